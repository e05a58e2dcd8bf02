using System.Diagnostics;
using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Benchmarks.Measuring;

/// <summary>
/// The most this machine's core can compute: multiplications with an addition on registers alone, enough of them at once.
/// </summary>
sealed unsafe class Peak : SimdWork
{
    const int Chains = 10;
    const int Steps = 20_000;

    double sum;

    /// <summary>Billions of operations a second on one thread, a multiplication and an addition counting as two.</summary>
    public static double GigaFlops()
    {
        var peak = new Peak();
        var best = 0.0;
        for (var round = 0; round < 60; round++)
        {
            var start = Stopwatch.GetTimestamp();
            peak.Run(1, 0);
            best = Math.Max(best, 2e-9 * Chains * Steps * Lanes / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return peak.sum > 0 ? best : throw new InvalidOperationException("Nothing was computed.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var half = TSimd.Broadcast(0.5f);
        TVector a = half, b = half, c = half, d = half, e = half, f = half, g = half, h = half, i = half, j = half;
        for (var step = 0; step < Steps; step++)
        {
            a = TSimd.MultiplyAdd(a, half, half);
            b = TSimd.MultiplyAdd(b, half, half);
            c = TSimd.MultiplyAdd(c, half, half);
            d = TSimd.MultiplyAdd(d, half, half);
            e = TSimd.MultiplyAdd(e, half, half);
            f = TSimd.MultiplyAdd(f, half, half);
            g = TSimd.MultiplyAdd(g, half, half);
            h = TSimd.MultiplyAdd(h, half, half);
            i = TSimd.MultiplyAdd(i, half, half);
            j = TSimd.MultiplyAdd(j, half, half);
        }

        var (ab, cd, ef) = (TSimd.Add(a, b), TSimd.Add(c, d), TSimd.Add(e, f));
        sum += TSimd.Sum(TSimd.Add(TSimd.Add(ab, cd), TSimd.Add(ef, TSimd.Add(TSimd.Add(g, h), TSimd.Add(i, j)))));
    }
}
