using System.Numerics;
using System.Numerics.Tensors;

namespace CourseCnn.Compute.Reductions;

/// <summary>One number of a run of numbers. Sums are kept in double, so that long ones do not drift.</summary>
static class Reduction
{
    internal static double Sum(ReadOnlySpan<float> x)
    {
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(x[i..]), out var first, out var second);
            low += first;
            high += second;
        }

        var sum = Vector.Sum(low + high);
        for (; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    internal static double Mean(ReadOnlySpan<float> x) => Sum(x) / x.Length;

    /// <summary>The mean squared distance from the mean; unbiased, the sum of squares is divided by one less than the count.</summary>
    internal static double Variance(ReadOnlySpan<float> x, bool unbiased)
    {
        var mean = Mean(x);
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);
        var center = new Vector<double>(mean);
        var i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(x[i..]), out var first, out var second);
            low += (first - center) * (first - center);
            high += (second - center) * (second - center);
        }

        var squares = Vector.Sum(low + high);
        for (; i < x.Length; i++)
            squares += (x[i] - mean) * (x[i] - mean);
        return squares / Math.Max(0, unbiased ? x.Length - 1 : x.Length);
    }

    /// <summary>Where the greatest number is, the first of equal ones; NaN counts as the greatest, as in PyTorch.</summary>
    internal static int IndexOfMax(ReadOnlySpan<float> x) => IndexOf(x, TensorPrimitives.Max(x));

    /// <summary>Where the least number is, the first of equal ones; NaN counts as the least, as in PyTorch.</summary>
    internal static int IndexOfMin(ReadOnlySpan<float> x) => IndexOf(x, TensorPrimitives.Min(x));

    /// <remarks>Unlike TensorPrimitives.IndexOfMax, 0 and -0 are the same number here.</remarks>
    static int IndexOf(ReadOnlySpan<float> x, float value)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] == value || (float.IsNaN(value) && float.IsNaN(x[i])))
                return i;
        }

        return -1;
    }
}
