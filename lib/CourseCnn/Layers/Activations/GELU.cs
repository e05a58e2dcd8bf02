namespace CourseCnn;

/// <summary>
/// The Gaussian error linear unit: x times the probability that a normally distributed number is less than x (Hendrycks and
/// Gimpel, 2016, arXiv:1606.08415).
/// </summary>
/// <example><code>
/// new GELU().Call(Tensor.Of([-100, 0, 1]))
/// // → tensor([-0.0000, 0.0000, 0.8413])
/// </code></example>
public sealed class GELU : Module
{
    readonly string approximate;

    /// <summary>A Gaussian error linear unit.</summary>
    /// <param name="approximate"><c>"none"</c>, or <c>"tanh"</c> for the paper's approximation. Default: "none".</param>
    /// <exception cref="ArgumentException">It is another word.</exception>
    public GELU(string approximate = "none") => this.approximate = approximate is "none" or "tanh"
        ? approximate
        : throw new ArgumentException($"GELU can be approximate: \"none\" or approximate: \"tanh\", but got \"{approximate}\".");

    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => Functional.Gelu(x, approximate == "tanh");

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"approximate='{approximate}'";
}
