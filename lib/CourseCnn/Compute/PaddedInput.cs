using System.Buffers;

namespace CourseCnn;

/// <summary>
/// A convolution's input laid out so that neighbouring outputs read neighbouring numbers: with its border of zeros, and each
/// row's columns sorted by their remainder modulo the stride. With stride 3, a row 0 1 2 3 4 5 6 7 is stored as 0 3 6 | 1 4 7 | 2 5;
/// the kernel's first column then reads 0 3 6, its second 1 4 7, both without a gap.
/// </summary>
readonly struct PaddedInput : IDisposable
{
    readonly ConvolutionSizes sizes;
    readonly int phases;

    /// <summary>Numbers from one remainder's columns to the next's.</summary>
    readonly int phaseLength;

    public float[] Numbers { get; }

    /// <summary>Numbers from one row to the next.</summary>
    public int RowLength => phases * phaseLength;

    /// <summary>Numbers from one channel to the next.</summary>
    public int PlaneLength => sizes.Padded.Height * RowLength;

    /// <param name="sizes">The convolution.</param>
    /// <param name="input">Its input.</param>
    /// <param name="slack">How many numbers past a row's end a vector may read; what it reads there is not used.</param>
    public PaddedInput(in ConvolutionSizes sizes, ReadOnlySpan<float> input, int slack)
    {
        this.sizes = sizes;
        phases = Math.Min(sizes.Stride.Width, sizes.Padded.Width);
        phaseLength = (sizes.Padded.Width + phases - 1) / phases;

        var length = checked(sizes.Batch * sizes.InChannels * PlaneLength + slack);
        Numbers = ArrayPool<float>.Shared.Rent(length);
        Array.Clear(Numbers, 0, length);

        var (height, width) = sizes.Input;
        for (var plane = 0; plane < sizes.Batch * sizes.InChannels; plane++)
            for (var y = 0; y < height; y++)
                CopyRow(
                    input.Slice((plane * height + y) * width, width),
                    plane * PlaneLength + (y + sizes.PaddingBefore.Height) * RowLength);
    }

    /// <summary>Where in a row the numbers stand that the kernel's column <paramref name="x"/> meets, the first output's first.</summary>
    public int ColumnOffset(int x)
    {
        var column = x * sizes.Dilation.Width;
        return column % phases * phaseLength + column / phases;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(Numbers);

    void CopyRow(ReadOnlySpan<float> row, int start)
    {
        var left = sizes.PaddingBefore.Width;
        if (phases == 1)
        {
            row.CopyTo(Numbers.AsSpan(start + left));
            return;
        }

        for (var x = 0; x < row.Length; x++)
        {
            var column = x + left;
            Numbers[start + column % phases * phaseLength + column / phases] = row[x];
        }
    }
}
