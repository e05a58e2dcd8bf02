using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>Direct convolution whose tiles are three output rows high. An item is three rows of one channel.</summary>
sealed unsafe class DirectRowsWork(ConvolutionSizes sizes, ConvolutionArrays arrays, PaddedInput padded, KernelColumns kernels) : SimdWork
{
    readonly Size2d size = sizes.Output;
    readonly bool areFew = kernels.AreFew;
    readonly int triples = (sizes.Output.Height + Tile.Rows - 1) / Tile.Rows;

    public void Run() => Run(
        sizes.Batch * sizes.OutChannels * triples, 2 * MachineSpeed.Multiplications((double)Tile.Rows * sizes.Taps * size.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var ends = stackalloc int[KernelColumns.Sections];
        kernels.WriteEnds(ends);
        // A row narrower than a tile is computed here and then copied.
        using var scratch = new Scratch(Tile.Rows * Tile.Width);
        for (var item = from; item < to; item++)
        {
            var (plane, triple) = Math.DivRem(item, triples);
            var (image, channel) = Math.DivRem(plane, sizes.OutChannels);
            var y = triple * Tile.Rows;
            var rows = Math.Min(Tile.Rows, size.Height - y);

            var input = padded.Numbers
                + ((long)image * sizes.InChannels + channel / sizes.GroupOutChannels * sizes.GroupInChannels) * padded.PlaneLength
                + (long)y * sizes.Stride.Height * padded.RowLength;
            var output = arrays.Outputs + ((long)plane * size.Height + y) * size.Width;
            if (size.Width >= Tile.Width)
            {
                for (var x = 0; x < size.Width; x += Tile.Width)
                {
                    var place = Math.Min(x, size.Width - Tile.Width);
                    OneTile<TVector, TSimd>(input + place, channel, ends, output + place, size.Width, rows);
                }
            }
            else
            {
                OneTile<TVector, TSimd>(input, channel, ends, scratch.Pointer, Tile.Width, rows);
                for (var row = 0; row < rows; row++)
                    new ReadOnlySpan<float>(scratch.Pointer + row * Tile.Width, size.Width).CopyTo(
                        new(output + row * size.Width, size.Width));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void OneTile<TVector, TSimd>(float* input, int channel, int* ends, float* result, nint pitch, int rows)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var bias = arrays.Biases == null ? 0 : arrays.Biases[channel];
        if (rows == Tile.Rows && areFew)
            RowsTile.Compute<TVector, TSimd>(
                kernels.For(channel, 0), kernels.Shift, kernels.WeightSteps.Pointer,
                input, kernels.InputSteps.Pointer, ends, bias, result, pitch);
        else if (areFew)
            RowByRow<TVector, TSimd>(input, channel, bias, result, pitch, rows);
        else
            SectionBySection<TVector, TSimd>(input, channel, bias, result, pitch, rows);
    }

    /// <summary>The last rows, where there are less than three. The first three sections are the taps of one row, in their order.</summary>
    void RowByRow<TVector, TSimd>(float* input, int channel, float bias, float* result, nint pitch, int rows)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var kernel = kernels.For(channel, 0);
        var start = stackalloc float[Tile.Width];
        new Span<float>(start, Tile.Width).Fill(bias);
        for (var row = 0; row < rows; row++)
            Tile.Multiply<TVector, TSimd>(
                &kernel,
                kernels.WeightSteps.Pointer,
                input + (long)row * sizes.Stride.Height * padded.RowLength,
                kernels.InputSteps.Pointer,
                sizes.Taps,
                start,
                startPitch: 0,
                result + row * pitch,
                pitch,
                rows: 1);
    }

    /// <summary>For many taps, whose sums are put aside now and then.</summary>
    void SectionBySection<TVector, TSimd>(float* input, int channel, float bias, float* result, nint pitch, int rows)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var weights = stackalloc float*[Tile.Rows];
        for (var row = 0; row < rows; row++)
        {
            weights[row] = kernels.For(channel, row);
            new Span<float>(result + row * pitch, Tile.Width).Fill(bias);
        }

        for (var section = 0; section < KernelColumns.Sections; section++)
        {
            var (first, count) = KernelColumns.Rows(section, rows);
            if (count <= 0)
                continue;

            var (tap, end) = kernels.Taps(section);
            for (; tap < end; tap += Tile.Steps)
                Tile.Multiply<TVector, TSimd>(
                    weights + first,
                    kernels.WeightSteps.Pointer + tap,
                    input,
                    kernels.InputSteps.Pointer + tap,
                    Math.Min(Tile.Steps, end - tap),
                    result + first * pitch,
                    pitch,
                    result + first * pitch,
                    pitch,
                    count);
        }
    }
}
