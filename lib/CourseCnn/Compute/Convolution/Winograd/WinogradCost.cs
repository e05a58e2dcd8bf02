using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>What <see cref="WinogradConvolution"/> costs.</summary>
static class WinogradCost
{
    /// <summary>Two transforms of a vector of channels of a tile.</summary>
    const double Transforms = 420;

    /// <summary>Bytes that arrive from the third cache in a cycle: what limits products of few rows with large matrices.</summary>
    const double BytesInCycle = 11;

    /// <summary>
    /// 36 products, each of a row for each tile; transforms; and the kernels, four times as large as they were, must be read.
    /// </summary>
    public static double Seconds(in ConvolutionSizes sizes)
    {
        var inImage = WinogradConvolution.Tiles(sizes);
        var tiles = (double)sizes.Batch * inImage.Height * inImage.Width;
        var inVectors = Math.Ceiling(sizes.InChannels / (double)ConvolutionCost.Lanes);
        var panels = Panels.Count(sizes.OutChannels, ConvolutionCost.Width);
        var numbers = (double)WinogradConvolution.Numbers * panels;
        var products = numbers * Math.Ceiling(tiles / Tile.Rows) * (sizes.InChannels * ConvolutionCost.TileStep + ConvolutionCost.TileEnds);
        var reading = numbers * sizes.InChannels * ConvolutionCost.Width * sizeof(float) / BytesInCycle;
        var transforms = tiles * (inVectors + panels * Tile.Vectors) * Transforms / 2;
        return (Math.Max(products, reading) + transforms) * ConvolutionCost.Cycle
            + (sizes.OutputLength + sizes.WeightLength + sizes.InputLength) / MachineSpeed.Copies;
    }
}
