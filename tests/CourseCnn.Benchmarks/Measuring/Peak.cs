using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CourseCnn.Benchmarks;

/// <summary>The most this machine's core can compute: multiplications with an addition on registers alone, enough of them at once.</summary>
static class Peak
{
    const int Steps = 20_000;

    /// <summary>Billions of operations a second on one thread, a multiplication and an addition counting as two.</summary>
    public static double GigaFlops()
    {
        var best = 0.0;
        for (var round = 0; round < 60; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var lanes = Vector512.IsHardwareAccelerated ? Chains512(Steps)
                : Vector256.IsHardwareAccelerated ? Chains256(Steps) : Chains128(Steps);
            best = Math.Max(best, 2e-9 * 10 * Steps * lanes / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Chains512(int steps)
    {
        Vector512<float> factor = Vector512.Create(0.5f), a = factor, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a;
        for (var step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
            i = Vector512.FusedMultiplyAdd(i, factor, factor);
            j = Vector512.FusedMultiplyAdd(j, factor, factor);
        }

        return (a + b + c + d + e + f + g + h + i + j)[0] > 0 ? Vector512<float>.Count : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Chains256(int steps)
    {
        Vector256<float> factor = Vector256.Create(0.5f), a = factor, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a;
        for (var step = 0; step < steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, factor);
            b = Vector256.FusedMultiplyAdd(b, factor, factor);
            c = Vector256.FusedMultiplyAdd(c, factor, factor);
            d = Vector256.FusedMultiplyAdd(d, factor, factor);
            e = Vector256.FusedMultiplyAdd(e, factor, factor);
            f = Vector256.FusedMultiplyAdd(f, factor, factor);
            g = Vector256.FusedMultiplyAdd(g, factor, factor);
            h = Vector256.FusedMultiplyAdd(h, factor, factor);
            i = Vector256.FusedMultiplyAdd(i, factor, factor);
            j = Vector256.FusedMultiplyAdd(j, factor, factor);
        }

        return (a + b + c + d + e + f + g + h + i + j)[0] > 0 ? Vector256<float>.Count : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Chains128(int steps)
    {
        Vector128<float> factor = Vector128.Create(0.5f), a = factor, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a;
        for (var step = 0; step < steps; step++)
        {
            a = Vector128.MultiplyAddEstimate(a, factor, factor);
            b = Vector128.MultiplyAddEstimate(b, factor, factor);
            c = Vector128.MultiplyAddEstimate(c, factor, factor);
            d = Vector128.MultiplyAddEstimate(d, factor, factor);
            e = Vector128.MultiplyAddEstimate(e, factor, factor);
            f = Vector128.MultiplyAddEstimate(f, factor, factor);
            g = Vector128.MultiplyAddEstimate(g, factor, factor);
            h = Vector128.MultiplyAddEstimate(h, factor, factor);
            i = Vector128.MultiplyAddEstimate(i, factor, factor);
            j = Vector128.MultiplyAddEstimate(j, factor, factor);
        }

        return (a + b + c + d + e + f + g + h + i + j)[0] > 0 ? Vector128<float>.Count : 0;
    }
}
