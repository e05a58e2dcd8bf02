using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Reads numbers and transforms their columns, as many at once as a vector has lanes. An item is such a block of columns.
/// </summary>
sealed unsafe class FftColumnsForward(FftPlanes planes, IFftSource source, int channels) : SimdWork
{
    readonly int blocks = planes.Size.Width / Lanes;

    public void Run() => Run(channels * blocks, FftCost.Seconds(planes.Size.Height));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var (height, width) = planes.Size;
        var twiddles = Twiddles.Of(height);
        using var columns = new Scratch(height * 2 * TSimd.Count);
        for (var item = from; item < to; item++)
        {
            var (plane, block) = Math.DivRem(item, blocks);
            var x = block * TSimd.Count;
            for (var y = 0; y < height; y++)
            {
                var number = columns.Pointer + y * 2 * TSimd.Count;
                source.Read(plane, y, x, new(number, TSimd.Count), new(number + TSimd.Count, TSimd.Count));
            }

            Fft.Forward<TVector, TSimd>(columns.Pointer, twiddles);
            for (var y = 0; y < height; y++)
            {
                var number = y * 2 * TSimd.Count;
                var row = planes.Row(plane, y) + x;
                TSimd.Store(TSimd.Load(columns.Pointer + number), row);
                TSimd.Store(TSimd.Load(columns.Pointer + number + TSimd.Count), row + width);
            }
        }
    }
}
