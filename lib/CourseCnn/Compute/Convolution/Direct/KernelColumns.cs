using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>
/// Kernels stored column by column, and their taps sorted by which of three output rows, one below the other, they serve: the same input
/// rows are under all three kernels, but for a few at the top and at the bottom.
/// </summary>
/// <remarks><code>
///   input row   kernel of output row y, y + 1, y + 2 (stride 1)
///       0         a                      first section: one row
///       1         b   a                  second: two rows
///       2         c   b   a              third: all three, the most by far in a high kernel
///       3             c   b              fourth: two rows
///       4                 c              fifth: one row
/// </code></remarks>
readonly unsafe struct KernelColumns : IDisposable
{
    readonly Scratch numbers;
    readonly int kernelHeight;
    readonly int shift;
    readonly int groupColumns;

    public KernelColumns(in ConvolutionSizes sizes, float* weight, in PaddedInput padded)
    {
        (kernelHeight, var kernelWidth) = sizes.Kernel;
        shift = sizes.Stride.Height;
        groupColumns = sizes.GroupInChannels * kernelWidth;
        numbers = new((long)sizes.OutChannels * sizes.Taps);
        for (var plane = 0; plane < sizes.OutChannels * sizes.GroupInChannels; plane++)
        {
            var start = (long)plane * kernelHeight * kernelWidth;
            Transposition.Copy(weight + start, kernelWidth, kernelHeight, kernelWidth, numbers.Pointer + start, kernelHeight);
        }

        (WeightSteps, InputSteps) = (new(InputRows * groupColumns), new(InputRows * groupColumns));
        var tap = 0;
        for (var section = 0; section < Sections; section++)
            for (var row = Bound(section); row < Bound(section + 1); row++)
                for (var column = 0; column < groupColumns; column++, tap++)
                {
                    var (channel, x) = Math.DivRem(column, kernelWidth);
                    WeightSteps.Pointer[tap] = column * kernelHeight + row;
                    InputSteps.Pointer[tap] = channel * padded.PlaneLength + row * padded.RowLength + padded.ColumnOffset(x);
                }
    }

    public const int Sections = 5;

    /// <summary>How far apart the weights of the taps lie.</summary>
    public Steps WeightSteps { get; }

    /// <summary>How far apart the inputs of the taps lie.</summary>
    public Steps InputSteps { get; }

    /// <summary>Whether there are so few taps that all are summed in one go.</summary>
    public bool AreFew => InputRows * groupColumns <= Tile.Steps;

    /// <summary>From one row's kernel back to the next one's.</summary>
    public int Shift => shift;

    /// <summary>Whether tiles of three rows are worth it: few channels, and kernels so high that most taps serve all three.</summary>
    public static bool Serve(in ConvolutionSizes sizes) =>
        sizes.GroupOutChannels < Tile.Rows && sizes.Dilation.Height == 1
        && (sizes.Kernel.Height >= Math.Max(9, 4 * sizes.Stride.Height)
            || (sizes.Kernel.Height >= 3 && sizes.Stride.Height == 1 && sizes.GroupInChannels == 1
                && sizes.Output.Width >= ConvolutionCost.Width));

    /// <summary>The taps of a section.</summary>
    public (int From, int To) Taps(int section) => (Bound(section) * groupColumns, Bound(section + 1) * groupColumns);

    /// <summary>Where the sections end, in taps.</summary>
    public void WriteEnds(int* ends)
    {
        for (var section = 0; section < Sections; section++)
            ends[section] = Bound(section + 1) * groupColumns;
    }

    /// <summary>The output rows that a section serves, if there are so many.</summary>
    public static (int First, int Count) Rows(int section, int rows)
    {
        var first = Math.Max(0, section - 2);
        return (first, Math.Min(rows, Math.Min(section, 2) + 1) - first);
    }

    /// <summary>The kernel of an output channel, for one of three rows: as if it began some input rows lower.</summary>
    public float* For(int channel, int row) => numbers.Pointer + ((long)channel * groupColumns * kernelHeight) - row * shift;

    public void Dispose()
    {
        numbers.Dispose();
        WeightSteps.Dispose();
        InputSteps.Dispose();
    }

    int InputRows => kernelHeight + 2 * shift;

    /// <summary>The input row with which a section begins.</summary>
    int Bound(int section) => section < 3 ? section * shift : kernelHeight + (section - 3) * shift;
}
