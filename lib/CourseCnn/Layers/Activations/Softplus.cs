using static System.FormattableString;

namespace CourseCnn;

/// <summary>A smooth ReLU: log(1 + exp(beta * x)) / beta, element by element.</summary>
/// <example><code>
/// new Softplus().Call(Tensor.Of([-2, 0, 2]))
/// // → tensor([0.1269, 0.6931, 2.1269])
/// </code></example>
public sealed class Softplus : Module
{
    readonly double beta;
    readonly double threshold;

    /// <summary>A smooth ReLU.</summary>
    /// <param name="beta">How sharp its bend is; not 0. Default: 1.</param>
    /// <param name="threshold">Where beta * x is greater, x itself is returned. Default: 20.</param>
    /// <exception cref="ArgumentException"><paramref name="beta"/> is 0.</exception>
    public Softplus(double beta = 1, double threshold = 20)
    {
        if (beta == 0)
            throw new ArgumentException("Softplus divides by beta, so beta cannot be 0: write for example beta: 1.");
        (this.beta, this.threshold) = (beta, threshold);
    }

    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => Functional.Softplus(x, beta, threshold);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => Invariant($"beta={beta}, threshold={threshold}");
}
