using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>What <see cref="DirectConvolution"/> costs.</summary>
static class DirectCost
{
    /// <summary>
    /// Three rows of a tile, one step, where vectors lie anywhere in the input: most loads then touch two cache lines.
    /// </summary>
    const double UnalignedTileStep = 7;

    /// <summary>One row of a tile, one step: four loads and four multiplications.</summary>
    const double UnalignedRowStep = 4.6;

    /// <summary>One row of three that share what they read, one step, where all sums stay in registers to the end.</summary>
    const double SharedRowStep = 2.4;

    /// <summary>The same where there are too many taps for that.</summary>
    const double LongSharedRowStep = 3.3;

    /// <summary>A vector of outputs of a 3 x 3 kernel over one channel; memory sets the pace.</summary>
    const double RollingVector = 11;

    /// <summary>Tiles of three output channels (or of one, or of three rows) pass over vectors of neighbouring outputs.</summary>
    public static double Seconds(in ConvolutionSizes sizes)
    {
        var width = sizes.Output.Width;
        if (RollingWork.Serves(sizes))
        {
            var vectors = Math.Ceiling(width / (double)ConvolutionCost.Lanes);
            return (double)sizes.Batch * sizes.OutChannels * sizes.Output.Height * vectors * RollingVector * ConvolutionCost.Cycle;
        }

        var runs = new OutputRuns(sizes, ConvolutionCost.Width);
        var runLength = runs.RowsInRun == 1 ? width : runs.RowsInRun * (double)sizes.Padded.Width / sizes.Stride.Width;
        var places = Math.Ceiling(runLength / ConvolutionCost.Width) * runs.Count;
        return sizes.Batch * sizes.Groups * places * CyclesAtPlace(sizes) * ConvolutionCost.Cycle
            + ConvolutionCost.Padding(sizes)
            + (runs.IsWide ? 1 : 2) * sizes.OutputLength / MachineSpeed.Copies;
    }

    static double CyclesAtPlace(in ConvolutionSizes sizes)
    {
        const double ends = ConvolutionCost.TileEnds;
        if (KernelColumns.Serve(sizes))
        {
            var row = sizes.Taps < Tile.Steps ? sizes.Taps * SharedRowStep : sizes.Taps * LongSharedRowStep + ends;
            return sizes.GroupOutChannels * (row + ends);
        }

        var (triples, rest) = Math.DivRem(sizes.GroupOutChannels, Tile.Rows);
        var parts = Math.Ceiling(sizes.Taps / (double)Tile.Steps);
        var triple = sizes.Taps * UnalignedTileStep + parts * ends;
        var single = sizes.Taps * UnalignedRowStep + parts * ends;
        return triples * triple + (rest == 1 ? single : rest == 2 ? triple : 0);
    }
}
