using CourseCnn.Layers.Activations;
using CourseCnn.Layers.Arguments;

namespace CourseCnn;

/// <summary>ReLU that lets a little through below 0: x where x is positive, negativeSlope * x elsewhere.</summary>
/// <example><code>
/// new LeakyReLU(negativeSlope: 0.5).Call(Tensor.Of([-2, 0, 3]))
/// // → tensor([-1.,  0.,  3.])
/// </code></example>
/// <param name="negativeSlope">The slope below 0. Default: 0.01.</param>
/// <param name="inplace">Whether to write the result over the input. Default: false.</param>
public sealed class LeakyReLU(double negativeSlope = 0.01, bool inplace = false) : Module
{
    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => InPlace.Result(x, Functional.LeakyRelu(x, negativeSlope), inplace);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"negative_slope={Python.Number(negativeSlope)}{(inplace ? ", inplace=True" : "")}";
}
