using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>Turns numbers into shares along a dimension, all positive and summing to 1: exp(x) divided by the sum of all exp(x).</summary>
/// <example><code>
/// new Softmax(dim: 0).Call(Tensor.Of([5, 5, 5, 5]))
/// // → tensor([0.2500, 0.2500, 0.2500, 0.2500])
/// </code></example>
/// <param name="dim">
/// The dimension along which the numbers compete: 1 for a batch of classes, -1 for the last. Default: null, which is dimension 0 for
/// an input of 0, 1 or 3 dimensions and 1 for others, as in PyTorch.
/// </param>
public sealed class Softmax(int? dim = null) : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape that has the dimension.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The input has no such dimension.</exception>
    protected override Tensor Forward(Tensor x) => Functional.Softmax(x, dim, log: false, this);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"dim={Python.Number(dim)}";

    internal override string Code => CodeText.Call("Softmax", dim is null ? null : FormattableString.Invariant($"dim: {dim}"));
}
