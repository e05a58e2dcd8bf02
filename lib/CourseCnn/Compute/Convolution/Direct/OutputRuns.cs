using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>
/// How output rows are cut into tiles. Wide ones each for themselves. Narrow ones several at once: where a kernel steps by one row, a run
/// of inputs gives a run of outputs that goes on over the rows' ends. What it computes between two rows is not used.
/// </summary>
/// <remarks><code>
///   inputs, 6 a row              outputs of a kernel 3 wide, a run of 10
///   . . . . . .                  o o o o x x
///   . . . . . .        ->        o o o o
///   . . . . . .
///   . . . . . .
/// </code></remarks>
readonly struct OutputRuns
{
    /// <summary>Outputs in a run at most, so that they stay in the first cache.</summary>
    const int LongestRun = 1536;

    public OutputRuns(in ConvolutionSizes sizes)
        : this(sizes, Tile.Width)
    {
    }

    /// <param name="sizes">The convolution.</param>
    /// <param name="tileWidth">The columns of a tile.</param>
    public OutputRuns(in ConvolutionSizes sizes, int tileWidth)
    {
        var (height, width) = sizes.Output;
        IsWide = width >= tileWidth;
        var pitch = sizes.Padded.Width / sizes.Stride.Width + 1;
        RowsInRun = IsWide || sizes.Stride.Height > 1 ? 1 : Math.Clamp(LongestRun / pitch, 1, height);
        ReadsBeyond = !IsWide;
        Count = (height + RowsInRun - 1) / RowsInRun;
    }

    /// <summary>Whether a row fills a tile, so that the last tile of a row can be moved back until it ends with it.</summary>
    public bool IsWide { get; }

    /// <summary>Rows in a run.</summary>
    public int RowsInRun { get; }

    /// <summary>Runs in an output channel.</summary>
    public int Count { get; }

    /// <summary>Whether a run's last tile may read past the end of the input.</summary>
    public bool ReadsBeyond { get; }
}
