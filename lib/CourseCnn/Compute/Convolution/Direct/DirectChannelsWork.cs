using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>Direct convolution whose tiles are three output channels high. An item is a run of outputs of three channels.</summary>
sealed unsafe class DirectChannelsWork(
    ConvolutionSizes sizes, ConvolutionArrays arrays, PaddedInput padded, Steps taps, OutputRuns runs) : SimdWork
{
    readonly Size2d size = sizes.Output;
    readonly int tapCount = sizes.Taps;
    readonly int triples = (sizes.GroupOutChannels + Tile.Rows - 1) / Tile.Rows;

    public void Run() => Run(
        sizes.Batch * sizes.Groups * triples * runs.Count,
        2 * MachineSpeed.Multiplications((double)Tile.Rows * sizes.Taps * runs.RowsInRun * padded.RowLength / sizes.Stride.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var longest = (runs.RowsInRun - 1) * padded.RowLength + size.Width + Tile.Width;
        using var scratch = new Scratch(runs.IsWide ? 0 : Tile.Rows * longest);
        using var weightSteps = Steps.Numbered(Tile.Steps);

        for (var item = from; item < to; item++)
        {
            var (plane, run) = Math.DivRem(item, runs.Count);
            var (imageAndGroup, triple) = Math.DivRem(plane, triples);
            var (image, group) = Math.DivRem(imageAndGroup, sizes.Groups);
            var firstOfGroup = triple * Tile.Rows;
            var channel = group * sizes.GroupOutChannels + firstOfGroup;
            var channels = Math.Min(Tile.Rows, sizes.GroupOutChannels - firstOfGroup);

            var y = run * runs.RowsInRun;
            var rows = Math.Min(runs.RowsInRun, size.Height - y);
            var input = padded.Numbers
                + ((long)image * sizes.InChannels + group * sizes.GroupInChannels) * padded.PlaneLength
                + (long)y * sizes.Stride.Height * padded.RowLength;
            var output = arrays.Outputs + (((long)image * sizes.OutChannels + channel) * size.Height + y) * size.Width;
            if (runs.IsWide)
            {
                Tiles<TVector, TSimd>(input, channel, channels, weightSteps, output, size.Height * size.Width, size.Width);
                continue;
            }

            Tiles<TVector, TSimd>(
                input, channel, channels, weightSteps, scratch.Pointer, longest, (rows - 1) * padded.RowLength + size.Width);
            for (var i = 0; i < channels; i++)
                for (var row = 0; row < rows; row++)
                    new ReadOnlySpan<float>(scratch.Pointer + i * longest + row * padded.RowLength, size.Width).CopyTo(
                        new(output + ((long)i * size.Height + row) * size.Width, size.Width));
        }
    }

    /// <summary>A run of outputs, tile by tile.</summary>
    void Tiles<TVector, TSimd>(float* input, int channel, int channels, Steps weightSteps, float* result, nint pitch, int length)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var weights = stackalloc float*[Tile.Rows];
        var starts = stackalloc float[Tile.Rows * Tile.Width];
        for (var i = 0; i < channels && arrays.Biases != null; i++)
            new Span<float>(starts + i * Tile.Width, Tile.Width).Fill(arrays.Biases[channel + i]);

        for (var x = 0; x < length; x += Tile.Width)
        {
            var place = runs.IsWide ? Math.Min(x, length - Tile.Width) : x;
            for (var tap = 0; tap < tapCount; tap += Tile.Steps)
            {
                for (var i = 0; i < channels; i++)
                    weights[i] = arrays.Weights + (long)(channel + i) * tapCount + tap;
                Tile.Multiply<TVector, TSimd>(
                    weights,
                    weightSteps.Pointer,
                    input + place,
                    taps.Pointer + tap,
                    Math.Min(Tile.Steps, tapCount - tap),
                    tap == 0 ? starts : result + place,
                    tap == 0 ? Tile.Width : pitch,
                    result + place,
                    pitch,
                    channels);
            }
        }
    }
}
