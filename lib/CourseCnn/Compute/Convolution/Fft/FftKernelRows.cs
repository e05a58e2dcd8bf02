using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Transforms a kernel's rows and writes its spectrum as the products want it: its conjugate, since the kernel is passed over the input
/// without turning it round, and divided by the number of pixels, which transforming back multiplies by.
/// </summary>
sealed unsafe class FftKernelRows(FftPlanes planes, float* spectrum) : SimdWork
{
    public void Run() => Run(planes.Size.Height / Lanes, FftCost.Seconds(planes.Size.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var (height, width) = planes.Size;
        var twiddles = Twiddles.Of(width);
        var length = width * 2 * TSimd.Count;
        var scale = TSimd.Broadcast(1f / ((float)height * width));
        var negative = TSimd.Broadcast(-1f / ((float)height * width));
        for (var block = from; block < to; block++)
        {
            var target = spectrum + (long)block * length;
            FftRowBlock.Load(planes, 0, block * TSimd.Count, target);
            Fft.Forward<TVector, TSimd>(target, twiddles);
            for (var i = 0; i < length; i += 2 * TSimd.Count)
            {
                TSimd.Store(TSimd.Multiply(scale, TSimd.Load(target + i)), target + i);
                TSimd.Store(TSimd.Multiply(negative, TSimd.Load(target + i + TSimd.Count)), target + i + TSimd.Count);
            }
        }
    }
}
