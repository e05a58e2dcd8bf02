using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution;

/// <summary>
/// A convolution's input laid out so that neighbouring outputs read neighbouring numbers: with its border of zeros, and if asked for each
/// row's columns sorted by their remainder modulo the stride. With stride 3, a row 0 1 2 3 4 5 6 7 is stored as 0 3 6 | 1 4 7 | 2 5;
/// the kernel's first column then reads 0 3 6, its second 1 4 7, both without a gap. An input that lies so already is not copied.
/// </summary>
readonly unsafe struct PaddedInput : IDisposable
{
    readonly ConvolutionSizes sizes;
    readonly Scratch? copy;
    readonly int phases;

    /// <summary>Numbers from one remainder's columns to the next's.</summary>
    readonly int phaseLength;

    /// <param name="sizes">The convolution.</param>
    /// <param name="input">Its input.</param>
    /// <param name="isSorted">Whether columns are sorted by their remainder modulo the stride.</param>
    /// <param name="slack">How many numbers past the end a vector may read; what it reads there is not used.</param>
    public PaddedInput(in ConvolutionSizes sizes, float* input, bool isSorted, int slack)
    {
        this.sizes = sizes;
        var padded = sizes.Padded;
        phases = isSorted ? Math.Min(sizes.Stride.Width, padded.Width) : 1;
        phaseLength = (padded.Width + phases - 1) / phases;
        RowLength = phases * phaseLength;
        PlaneLength = padded.Height * RowLength;
        Numbers = input;
        if (phases == 1 && padded == sizes.Input && slack == 0)
            return;

        copy = new Scratch((long)sizes.Batch * sizes.InChannels * PlaneLength + slack);
        Numbers = copy.Value.Pointer;
        var layout = this;
        var rows = sizes.Batch * sizes.InChannels * padded.Height;
        Work.Split(rows, RowLength * phases / MachineSpeed.Copies, (from, to) =>
        {
            for (var row = from; row < to; row++)
                layout.CopyRow(input, row);
        });
    }

    /// <summary>The first number of the first row of the first channel.</summary>
    public float* Numbers { get; }

    /// <summary>Numbers from one row to the next.</summary>
    public int RowLength { get; }

    /// <summary>Numbers from one channel to the next.</summary>
    public int PlaneLength { get; }

    /// <summary>Where in a row the numbers stand that the kernel's column <paramref name="x"/> meets, the first output's first.</summary>
    public int ColumnOffset(int x)
    {
        var column = x * sizes.Dilation.Width;
        return column % phases * phaseLength + column / phases;
    }

    /// <summary>For each weight of a kernel, how far the input under it lies from the input under the first one.</summary>
    public void WriteTapOffsets(int* offsets)
    {
        for (var channel = 0; channel < sizes.GroupInChannels; channel++)
            for (var y = 0; y < sizes.Kernel.Height; y++)
                for (var x = 0; x < sizes.Kernel.Width; x++)
                    *offsets++ = channel * PlaneLength + y * sizes.Dilation.Height * RowLength + ColumnOffset(x);
    }

    public void Dispose() => copy?.Dispose();

    /// <summary>Writes one row of the copy, counted over all planes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void CopyRow(float* input, int row)
    {
        var (height, width) = sizes.Input;
        var (top, left) = sizes.PaddingBefore;
        var (plane, y) = Math.DivRem(row, sizes.Padded.Height);
        var target = Numbers + (long)row * RowLength;
        if (y < top || y >= top + height)
        {
            new Span<float>(target, RowLength).Clear();
            return;
        }

        var source = input + ((long)plane * height + y - top) * width;
        if (phases == 1)
        {
            // A loop, since borders are mostly so narrow that a call would take longer.
            for (var i = 0; i < left; i++)
                target[i] = 0;
            new ReadOnlySpan<float>(source, width).CopyTo(new(target + left, width));
            for (var i = left + width; i < RowLength; i++)
                target[i] = 0;
            return;
        }

        if (width < sizes.Padded.Width || RowLength > width)
            new Span<float>(target, RowLength).Clear();
        // Before the first column without a remainder there may be some of the row before it.
        var x = 0;
        for (; x < width && (x + left) % phases != 0; x++)
            target[(x + left) % phases * phaseLength + (x + left) / phases] = source[x];
        Transposition.Deal(source + x, width - x, phases, target + (x + left) / phases, phaseLength);
    }
}
