using System.Numerics.Tensors;

namespace CourseCnn.Compute.Elementwise;

/// <summary>
/// Functions of one number whose float version in TensorPrimitives is off in the last digits, so that a learner would see e⁰ = 1.0000001.
/// </summary>
static class PreciseFunctions
{
    const int Block = 256;

    delegate void DoubleFunction(ReadOnlySpan<double> x, Span<double> result);

    internal static void Exp(ReadOnlySpan<float> x, Span<float> result) => InDouble(x, result, TensorPrimitives.Exp);

    internal static void Sigmoid(ReadOnlySpan<float> x, Span<float> result) => InDouble(x, result, TensorPrimitives.Sigmoid);

    /// <remarks>Near 0 the vectorised version loses all digits, in double too.</remarks>
    internal static void Tanh(ReadOnlySpan<float> x, Span<float> result)
    {
        for (var i = 0; i < x.Length; i++)
            result[i] = MathF.Tanh(x[i]);
    }

    static void InDouble(ReadOnlySpan<float> x, Span<float> result, DoubleFunction function)
    {
        Span<double> block = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var length = Math.Min(Block, x.Length - start);
            TensorPrimitives.ConvertTruncating(x.Slice(start, length), block);
            function(block[..length], block);
            TensorPrimitives.ConvertTruncating<double, float>(block[..length], result[start..]);
        }
    }
}
