namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>What transforms cost.</summary>
static class FftCost
{
    /// <summary>Operations of a transform that a lane does a second: loads and stores set the pace, not arithmetic.</summary>
    public const double OperationsPerLane = 3e9;

    /// <summary>Getting to a pair of tiles.</summary>
    const double Pair = 30_000;

    /// <summary>Transforms of pairs of tiles, and getting to each pair, which small transforms make felt.</summary>
    public static double Seconds(FftTiles tiles, in ConvolutionSizes sizes) =>
        tiles.Operations(sizes) / ConvolutionCost.Lanes / OperationsPerLane
        + tiles.Pairs * sizes.Groups * Pair * ConvolutionCost.Cycle
        + sizes.OutputLength / MachineSpeed.Copies;

    /// <summary>Seconds of transforms of a length, as many as a vector has lanes.</summary>
    public static double Seconds(int length) => 4.0 * length * (double.Log2(length) + 2) / OperationsPerLane;
}
