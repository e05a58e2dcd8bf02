using CourseCnn.Compute.Elementwise;
using CourseCnn.Layers.Activations;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>The rectified linear unit: max(x, 0), element by element. Negative numbers become 0, the others stay.</summary>
/// <example><code>
/// new ReLU().Call(Tensor.Of([-2, 0, 3]))
/// // → tensor([0., 0., 3.])
/// </code></example>
/// <param name="inplace">Whether to write the result over the input. Default: false.</param>
public sealed class ReLU(bool inplace = false) : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => InPlace.Result(x, x.Relu(), inplace);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => inplace ? "inplace=True" : "";

    internal override ResultKind Result => inplace ? ResultKind.InputOrNew : ResultKind.New;

    internal override Tensor ForwardOwned(Tensor x, ref bool owned)
    {
        if (!owned)
            return base.ForwardOwned(x, ref owned);
        Activation.Relu(x.Storage, x.Storage);
        return x;
    }
}
