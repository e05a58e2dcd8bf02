using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>
/// The logarithm of <see cref="Softmax"/>, worked out without its rounding: x minus the logarithm of the sum of all exp(x).
/// </summary>
/// <example><code>
/// new LogSoftmax(dim: 1).Call(Tensor.Of([[0, 1000]]))
/// // → tensor([[-1000.,     0.]])
/// </code></example>
/// <param name="dim">
/// The dimension along which the numbers compete: 1 for a batch of classes, -1 for the last. Default: null, which is dimension 0 for
/// an input of 0, 1 or 3 dimensions and 1 for others, as in PyTorch.
/// </param>
public sealed class LogSoftmax(int? dim = null) : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape that has the dimension.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The input has no such dimension.</exception>
    protected override Tensor Forward(Tensor x) => Functional.Softmax(x, dim, log: true, this);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"dim={Python.Number(dim)}";

    internal override string Code => CodeText.Call("LogSoftmax", dim is null ? null : FormattableString.Invariant($"dim: {dim}"));
}
