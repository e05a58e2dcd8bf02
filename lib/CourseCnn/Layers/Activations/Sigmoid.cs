namespace CourseCnn;

/// <summary>1 / (1 + exp(-x)), element by element: squeezes all numbers between 0 and 1.</summary>
/// <example><code>
/// new Sigmoid().Call(Tensor.Of([-2, 0, 2]))
/// // → tensor([0.1192, 0.5000, 0.8808])
/// </code></example>
public sealed class Sigmoid : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => x.Sigmoid();
}
