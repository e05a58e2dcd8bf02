using CourseCnn.Compute.Elementwise;
using CourseCnn.Compute.Reductions;
using CourseCnn.Modules;

namespace CourseCnn;

public static partial class Functional
{
    /// <summary>max(x, 0), element by element.</summary>
    /// <param name="x">Any shape.</param>
    public static Tensor Relu(Tensor x) => x.Relu();

    /// <summary>x where x is positive, negativeSlope * x elsewhere.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="negativeSlope">The slope below 0. Default: 0.01.</param>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.01)
    {
        var result = new float[x.Count];
        Activation.LeakyRelu(x.Span, result, (float)negativeSlope);
        return new Tensor(result, x.Shape);
    }

    /// <summary>1 / (1 + exp(-x)), element by element.</summary>
    /// <param name="x">Any shape.</param>
    public static Tensor Sigmoid(Tensor x) => x.Sigmoid();

    /// <summary>The hyperbolic tangent, element by element.</summary>
    /// <param name="x">Any shape.</param>
    public static Tensor Tanh(Tensor x) => x.Tanh();

    /// <summary>log(1 + exp(beta * x)) / beta, element by element.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="beta">How sharp the bend is. Default: 1.</param>
    /// <param name="threshold">Where beta * x is greater, x itself is returned. Default: 20.</param>
    public static Tensor Softplus(Tensor x, double beta = 1, double threshold = 20)
    {
        var result = new float[x.Count];
        Activation.Softplus(x.Span, result, beta, threshold);
        return new Tensor(result, x.Shape);
    }

    /// <summary>x times the probability that a normally distributed number is less than x.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="tanh">Whether to approximate that with a hyperbolic tangent. Default: false.</param>
    public static Tensor Gelu(Tensor x, bool tanh = false)
    {
        var result = new float[x.Count];
        if (tanh)
            Activation.GeluTanh(x.Span, result);
        else
            Activation.Gelu(x.Span, result);
        return new Tensor(result, x.Shape);
    }

    /// <summary>Shares along a dimension, all positive and summing to 1.</summary>
    /// <param name="x">Any shape that has the dimension.</param>
    /// <param name="dim">The dimension; -1 is the last.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public static Tensor Softmax(Tensor x, int dim) => Softmax(x, dim, log: false, layer: null);

    /// <summary>The logarithms of the shares that <see cref="Softmax(Tensor, int)"/> gives.</summary>
    /// <param name="x">Any shape that has the dimension.</param>
    /// <param name="dim">The dimension; -1 is the last.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public static Tensor LogSoftmax(Tensor x, int dim) => Softmax(x, dim, log: true, layer: null);

    /// <param name="x">Any shape that has the dimension.</param>
    /// <param name="dim">The dimension, or null for PyTorch's choice.</param>
    /// <param name="log">Whether to take the logarithms.</param>
    /// <param name="layer">What an error is to name, if not the function.</param>
    internal static Tensor Softmax(Tensor x, int? dim, bool log, IHasCode? layer)
    {
        var result = new float[x.Count];
        var (size, inner) = (1, 1);
        if (x.Rank > 0 || dim is not (null or 0 or -1))
        {
            var along = dim ?? (x.Rank is 1 or 3 ? 0 : 1);
            if (along < -x.Rank || along >= x.Rank)
            {
                var caller = layer?.Code ?? (log ? nameof(LogSoftmax) : nameof(Softmax));
                throw new ArgumentException(FormattableString.Invariant(
                    $"{caller} works along dimension {along}, but an input of shape {x.Shape} has {CodeText.Plural(x.Rank, "dimension")}: ")
                    + "write dim: -1 for the last one.");
            }

            along = x.Shape.Dimension(along);
            size = x.Shape[along];
            for (var i = along + 1; i < x.Rank; i++)
                inner *= x.Shape[i];
        }

        SoftmaxFunction.Forward(x.Span, result, size, inner, log);
        return new Tensor(result, x.Shape);
    }
}
