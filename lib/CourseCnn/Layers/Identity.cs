using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>Returns its input as it is: a place holder for a layer.</summary>
/// <example><code>
/// new Identity().Call(Tensor.Of([1, 2, 3]))
/// // → tensor([1., 2., 3.])
/// </code></example>
public sealed class Identity : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The input itself.</returns>
    protected override Tensor Forward(Tensor x) => x;

    internal override ResultKind Result => ResultKind.InputOrNew;
}
