using System.Numerics.Tensors;
using CourseCnn.Compute.Threads;
using MathNet.Numerics;

namespace CourseCnn.Compute.Elementwise;

/// <summary>Activation functions on plain memory, number by number.</summary>
static class Activation
{
    /// <summary>x where it is positive, 0 elsewhere; NaN stays. The result may be written over x.</summary>
    public static unsafe void Relu(ReadOnlySpan<float> x, Span<float> result)
    {
        const int part = 1 << 13;
        fixed (float* numbers = x, results = result)
        {
            float* from = numbers, to = results;
            var length = x.Length;
            Work.Split((length + part - 1) / part, part / MachineSpeed.Copies / 2, (first, end) =>
            {
                var (start, count) = (first * part, Math.Min(length, end * part) - first * part);
                TensorPrimitives.Max(new ReadOnlySpan<float>(from + start, count), 0, new Span<float>(to + start, count));
            });
        }
    }

    /// <summary>x where it is positive, slope * x elsewhere.</summary>
    public static void LeakyRelu(ReadOnlySpan<float> x, Span<float> result, float slope)
    {
        for (var i = 0; i < x.Length; i++)
            result[i] = x[i] > 0 ? x[i] : x[i] * slope;
    }

    /// <summary>log(1 + exp(beta x)) / beta, and x itself where beta x is beyond the threshold.</summary>
    public static void Softplus(ReadOnlySpan<float> x, Span<float> result, double beta, double threshold)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var scaled = x[i] * beta;
            result[i] = scaled > threshold ? x[i] : (float)(SpecialFunctions.Log1p(Math.Exp(scaled)) / beta);
        }
    }

    /// <summary>x times the probability that a normal number is less than x: x (1 + erf(x / √2)) / 2.</summary>
    public static void Gelu(ReadOnlySpan<float> x, Span<float> result)
    {
        for (var i = 0; i < x.Length; i++)
            result[i] = x[i] * 0.5f * (1 + Erf(x[i] * MathF.Sqrt(0.5f)));
    }

    /// <summary>The same, as the paper approximates it: x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2.</summary>
    public static void GeluTanh(ReadOnlySpan<float> x, Span<float> result)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var inner = Math.Sqrt(2 / Math.PI) * (x[i] + 0.044715 * Math.Pow(x[i], 3));
            result[i] = (float)(0.5 * x[i] * (1 + Math.Tanh(inner)));
        }
    }

    /// <summary>
    /// The error function as PyTorch computes it, right to 1.5e-7: Abramowitz and Stegun, Handbook of Mathematical Functions (1964),
    /// 7.1.26. For a negative x the digits of 1 + erf(x) show the difference to an exact one.
    /// </summary>
    static float Erf(float x)
    {
        var size = Math.Abs(x);
        var t = 1 / MathF.FusedMultiplyAdd(0.3275911f, size, 1);
        var sum = 1.061405429f;
        sum = MathF.FusedMultiplyAdd(sum, t, -1.453152027f);
        sum = MathF.FusedMultiplyAdd(sum, t, 1.421413741f);
        sum = MathF.FusedMultiplyAdd(sum, t, -0.284496736f);
        sum = MathF.FusedMultiplyAdd(sum, t, 0.254829592f);
        return MathF.CopySign(MathF.FusedMultiplyAdd(-MathF.Exp(-size * size) * t, sum, 1), x);
    }
}
