using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution;

/// <summary>
/// What the algorithms' costs have in common. The constants are measured, in cycles of a core of 2024; the benchmark's
/// <c>--crossings</c> shows where the algorithms really cross.
/// </summary>
static class ConvolutionCost
{
    /// <summary>Numbers of a vector.</summary>
    public const int Lanes = 16;

    /// <summary>Columns of a tile.</summary>
    public const int Width = Tile.Vectors * Lanes;

    /// <summary>Seconds of a cycle.</summary>
    public const double Cycle = 0.25e-9;

    /// <summary>Cycles of three rows of a tile, one step: 12 multiplications at two a cycle.</summary>
    public const double TileStep = 6;

    /// <summary>Cycles of beginning and ending a tile.</summary>
    public const double TileEnds = 40;

    /// <summary>Seconds of copying the input into its border of zeros, if it has one.</summary>
    public static double Padding(in ConvolutionSizes sizes) =>
        sizes.Padded == sizes.Input
            ? 0
            : (double)sizes.Batch * sizes.InChannels * sizes.Padded.Height * sizes.Padded.Width / MachineSpeed.Copies;
}
