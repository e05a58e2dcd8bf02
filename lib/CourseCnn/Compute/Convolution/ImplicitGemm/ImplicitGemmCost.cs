using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.ImplicitGemm;

/// <summary>What <see cref="ImplicitGemmConvolution"/> costs.</summary>
static class ImplicitGemmCost
{
    /// <summary>Tiles of three places pass over panels of output channels; results are turned, weights check-summed.</summary>
    public static double Seconds(in ConvolutionSizes sizes)
    {
        var places = (double)sizes.Batch * sizes.Output.Height * sizes.Output.Width;
        var parts = Math.Ceiling(sizes.Taps / (double)Tile.Steps);
        var panels = sizes.Groups * Panels.Count(sizes.GroupOutChannels, ConvolutionCost.Width);
        var cycles = sizes.Taps * ConvolutionCost.TileStep + parts * ConvolutionCost.TileEnds;
        return places / Tile.Rows * panels * cycles * ConvolutionCost.Cycle
            + ConvolutionCost.Padding(sizes)
            + (sizes.OutputLength + sizes.WeightLength) / MachineSpeed.Copies;
    }
}
