namespace CourseCnn;

/// <summary>The hyperbolic tangent, element by element: squeezes all numbers between -1 and 1.</summary>
/// <example><code>
/// new Tanh().Call(Tensor.Of([-2, 0, 2]))
/// // → tensor([-0.9640,  0.0000,  0.9640])
/// </code></example>
public sealed class Tanh : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => x.Tanh();
}
