using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>
/// Direct convolution by kernels of 3 x 3 over one channel, the commonest there are. Each input row is read once, from end to end, and
/// serves the three output rows whose kernels lie over it; all nine weights stay in registers. An item is some output rows of one channel.
/// </summary>
/// <remarks><code>
///                            kernel       outputs
///   input row y  . . . .  x  top     ->   row y      is begun
///                . . . .  x  middle  ->   row y - 1  is gone on with
///                . . . .  x  bottom  ->   row y - 2  is complete
/// </code>
/// Working memory: three rows for each thread.
/// </remarks>
sealed unsafe class RollingWork(ConvolutionSizes sizes, ConvolutionArrays arrays) : SimdWork
{
    /// <summary>Output rows of an item. Each item reads two input rows that serve another one, too.</summary>
    const int RowsOfItem = 32;

    readonly Size2d size = sizes.Output;
    readonly int bands = (sizes.Output.Height + RowsOfItem - 1) / RowsOfItem;

    /// <summary>Whether a convolution is of this kind, and its rows fill a vector. Three output channels do better in a tile.</summary>
    public static bool Serves(in ConvolutionSizes sizes) =>
        sizes.Kernel == 3 && sizes.Stride == 1 && sizes.Dilation == 1
        && sizes.GroupInChannels == 1 && sizes.GroupOutChannels < Tile.Rows && sizes.Output.Width >= ConvolutionCost.Lanes;

    public void Run() => Run(
        sizes.Batch * sizes.OutChannels * bands, 2 * MachineSpeed.Multiplications((double)sizes.Taps * RowsOfItem * size.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var length = (size.Width + TSimd.Count - 1) / TSimd.Count * TSimd.Count;
        using var memory = new Scratch(2 * length + sizes.Padded.Width);
        float* begun = memory.Pointer, goneOn = begun + length, copy = goneOn + length;
        new Span<float>(copy, sizes.Padded.Width).Clear();
        for (var item = from; item < to; item++)
        {
            var (plane, band) = Math.DivRem(item, bands);
            var (image, channel) = Math.DivRem(plane, sizes.OutChannels);
            var inputPlane = (long)image * sizes.InChannels + channel / sizes.GroupOutChannels;
            var input = arrays.Inputs + inputPlane * sizes.Input.Height * sizes.Input.Width;
            var output = arrays.Outputs + (long)plane * size.Height * size.Width;
            var kernel = arrays.Weights + channel * sizes.Taps;
            var bias = arrays.Biases == null ? 0 : arrays.Biases[channel];

            new Span<float>(begun, length).Fill(bias);
            new Span<float>(goneOn, length).Fill(bias);
            var first = band * RowsOfItem;
            for (var y = first - 2; y < Math.Min(first + RowsOfItem, size.Height); y++)
            {
                // What is complete before the band belongs to the band above: it lands where the first row will be.
                var row = PaddedRow(input, y + 2, copy);
                OneRow<TVector, TSimd>(row, kernel, bias, begun, goneOn, output + (long)Math.Max(y, first) * size.Width);
            }
        }
    }

    /// <summary>A row of the input with its border.</summary>
    float* PaddedRow(float* input, int y, float* copy)
    {
        var (height, width) = sizes.Input;
        var source = input + (long)(y - sizes.PaddingBefore.Height) * width;
        if (sizes.Padded == sizes.Input)
            return source;
        var target = new Span<float>(copy + sizes.PaddingBefore.Width, width);
        if (y < sizes.PaddingBefore.Height || y >= sizes.PaddingBefore.Height + height)
            target.Clear();
        else
            new ReadOnlySpan<float>(source, width).CopyTo(target);
        return copy;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void OneRow<TVector, TSimd>(float* input, float* kernel, float bias, float* begun, float* goneOn, float* output)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector topLeft = TSimd.Broadcast(kernel[0]), top = TSimd.Broadcast(kernel[1]), topRight = TSimd.Broadcast(kernel[2]);
        TVector left = TSimd.Broadcast(kernel[3]), middle = TSimd.Broadcast(kernel[4]), right = TSimd.Broadcast(kernel[5]);
        TVector bottomLeft = TSimd.Broadcast(kernel[6]), bottom = TSimd.Broadcast(kernel[7]), bottomRight = TSimd.Broadcast(kernel[8]);
        var start = TSimd.Broadcast(bias);
        for (nint x = 0, last = size.Width - TSimd.Count; x < size.Width; x += TSimd.Count)
        {
            // The last vector of a row is moved back until it ends with it.
            var place = Math.Min(x, last);
            TVector a = TSimd.Load(input + place), b = TSimd.Load(input + place + 1), c = TSimd.Load(input + place + 2);
            TVector upper = TSimd.Load(goneOn + x), lower = TSimd.Load(begun + x);
            TSimd.Store(
                TSimd.MultiplyAdd(bottomLeft, a, TSimd.MultiplyAdd(bottom, b, TSimd.MultiplyAdd(bottomRight, c, upper))), output + place);
            TSimd.Store(TSimd.MultiplyAdd(left, a, TSimd.MultiplyAdd(middle, b, TSimd.MultiplyAdd(right, c, lower))), goneOn + x);
            TSimd.Store(TSimd.MultiplyAdd(topLeft, a, TSimd.MultiplyAdd(top, b, TSimd.MultiplyAdd(topRight, c, start))), begun + x);
        }
    }
}
