using System.Numerics.Tensors;
using CourseCnn.Compute.Elementwise;
using CourseCnn.Compute.Memory;

namespace CourseCnn;

public partial class Tensor
{
    delegate void RowAction(ReadOnlySpan<float> x, Span<float> result);

    /// <summary>The distance of every element from 0.</summary>
    public Tensor Abs() => Map(TensorPrimitives.Abs);

    /// <summary>e to the power of every element.</summary>
    public Tensor Exp() => Map(PreciseFunctions.Exp);

    /// <summary>The natural logarithm of every element: -inf for 0, NaN for a negative number.</summary>
    public Tensor Log() => Map(TensorPrimitives.Log);

    /// <summary>The square root of every element: NaN for a negative number.</summary>
    public Tensor Sqrt() => Map(TensorPrimitives.Sqrt);

    /// <summary>The nearest whole number to every element; halfway between two, the even one, as in PyTorch.</summary>
    public Tensor Round() => Map(TensorPrimitives.Round);

    /// <summary>The sine of every element, in radians.</summary>
    public Tensor Sin() => Map(TensorPrimitives.Sin);

    /// <summary>The cosine of every element, in radians.</summary>
    public Tensor Cos() => Map(TensorPrimitives.Cos);

    /// <summary>The hyperbolic tangent of every element, between -1 and 1.</summary>
    public Tensor Tanh() => Map(PreciseFunctions.Tanh);

    /// <summary>1 / (1 + e⁻ˣ) of every element, between 0 and 1.</summary>
    public Tensor Sigmoid() => Map(PreciseFunctions.Sigmoid);

    /// <summary>Every element, or 0 where it is negative.</summary>
    public Tensor Relu() => Map(Activation.Relu);

    /// <summary>
    /// Every element, brought up to <paramref name="min"/> or down to <paramref name="max"/> where it lies outside; NaN stays.
    /// </summary>
    /// <param name="min">The least value. Default: none.</param>
    /// <param name="max">The greatest value; where it is less than the least, it wins, as in PyTorch. Default: none.</param>
    public Tensor Clamp(double min = double.NegativeInfinity, double max = double.PositiveInfinity) => Maximum(min).Minimum(max);

    Tensor Map(RowAction function)
    {
        var result = OutputPool.Allocate(Count);
        function(storage, result);
        return new(result, Shape);
    }
}
