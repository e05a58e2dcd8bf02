namespace CourseCnn;

/// <summary>
/// Which method computes a convolution: the one that the sizes make the cheapest. Costs are estimated in seconds of one core; the constants
/// are measured, in cycles of a core of 2024, and the benchmark's <c>--crossings</c> shows where the methods really cross.
/// </summary>
/// <remarks>
/// The plan looks neither at the number of threads nor at the processor: all is reckoned for vectors of 16 numbers. So every machine takes
/// the same method and prints the same digits. Where vectors are narrower, all methods are slower by about the same.
/// </remarks>
sealed record ConvolutionPlan(ConvolutionMethod Method, IReadOnlyList<(ConvolutionMethod Method, double? Seconds)> Costs, FftTiles? FftTiles)
{
    /// <summary>Numbers of a vector.</summary>
    public const int Lanes = 16;

    /// <summary>Columns of a tile.</summary>
    public const int Width = Tile.Vectors * Lanes;

    /// <summary>Seconds of a cycle.</summary>
    const double Cycle = 0.25e-9;

    /// <summary>Three rows of a tile, one step: 12 multiplications at two a cycle.</summary>
    const double TileStep = 6;

    /// <summary>The same where vectors lie anywhere in the input: most loads then touch two cache lines.</summary>
    const double UnalignedTileStep = 7;

    /// <summary>One row of a tile, one step: four loads and four multiplications.</summary>
    const double UnalignedRowStep = 4.6;

    /// <summary>One row of three that share what they read, one step, where all sums stay in registers to the end.</summary>
    const double SharedRowStep = 2.4;

    /// <summary>The same where there are too many taps for that.</summary>
    const double LongSharedRowStep = 3.3;

    /// <summary>A vector of outputs of a 3 x 3 kernel over one channel; memory sets the pace.</summary>
    const double RollingVector = 11;

    /// <summary>Beginning and ending a tile.</summary>
    const double TileEnds = 40;

    /// <summary>Two transforms of Winograd's, of a vector of channels of a tile.</summary>
    const double WinogradTransforms = 420;

    /// <summary>Getting to a pair of tiles of the fast Fourier transform.</summary>
    const double FftPair = 30_000;

    /// <summary>Bytes that arrive from the third cache in a cycle: what limits products of few rows with large matrices.</summary>
    const double BytesInCycle = 11;

    /// <summary>The cheapest method, and what each would cost.</summary>
    public static ConvolutionPlan Of(in ConvolutionSizes sizes)
    {
        var tiles = CourseCnn.FftTiles.For(sizes);
        (ConvolutionMethod Method, double? Seconds)[] costs =
        [
            (ConvolutionMethod.Direct, Direct(sizes)),
            (ConvolutionMethod.ImplicitGemm, ImplicitGemm(sizes)),
            (ConvolutionMethod.Winograd, WinogradConvolution.Can(sizes) ? Winograd(sizes) : null),
            (ConvolutionMethod.Fft, tiles is { } fft ? Fft(fft, sizes) : null),
        ];
        return new(costs.MinBy(cost => cost.Seconds ?? double.PositiveInfinity).Method, costs, tiles);
    }

    /// <summary>Tiles of three output channels (or of one, or of three rows) pass over vectors of neighbouring outputs.</summary>
    static double Direct(in ConvolutionSizes sizes)
    {
        var width = sizes.Output.Width;
        if (RollingWork.Serves(sizes))
            return (double)sizes.Batch * sizes.OutChannels * sizes.Output.Height * Math.Ceiling(width / (double)Lanes) * RollingVector * Cycle;

        var runs = new OutputRuns(sizes, Width);
        var runLength = runs.RowsInRun == 1 ? width : runs.RowsInRun * (double)sizes.Padded.Width / sizes.Stride.Width;
        var places = Math.Ceiling(runLength / Width) * runs.Count;
        var (triples, rest) = Math.DivRem(sizes.GroupOutChannels, Tile.Rows);
        var parts = Math.Ceiling(sizes.Taps / (double)Tile.Steps);
        var triple = sizes.Taps * UnalignedTileStep + parts * TileEnds;
        var single = sizes.Taps * UnalignedRowStep + parts * TileEnds;
        var perPlace = KernelColumns.Serve(sizes)
            ? sizes.GroupOutChannels * ((sizes.Taps < Tile.Steps ? sizes.Taps * SharedRowStep : sizes.Taps * LongSharedRowStep + TileEnds) + TileEnds)
            : triples * triple + (rest == 1 ? single : rest == 2 ? triple : 0);
        return sizes.Batch * sizes.Groups * places * perPlace * Cycle
            + Padding(sizes)
            + (runs.IsWide ? 1 : 2) * sizes.OutputLength / MachineSpeed.Copies;
    }

    /// <summary>Tiles of three places pass over panels of output channels; results are turned, weights check-summed.</summary>
    static double ImplicitGemm(in ConvolutionSizes sizes)
    {
        var places = (double)sizes.Batch * sizes.Output.Height * sizes.Output.Width;
        var parts = Math.Ceiling(sizes.Taps / (double)Tile.Steps);
        var panels = sizes.Groups * Panels.Count(sizes.GroupOutChannels, Width);
        return places / Tile.Rows * panels * (sizes.Taps * TileStep + parts * TileEnds) * Cycle
            + Padding(sizes)
            + (sizes.OutputLength + sizes.WeightLength) / MachineSpeed.Copies;
    }

    /// <summary>36 products, each of a row for each tile; transforms; and the kernels, four times as large as they were, must be read.</summary>
    static double Winograd(in ConvolutionSizes sizes)
    {
        var tiles = (double)sizes.Batch * WinogradConvolution.Tiles(sizes).Height * WinogradConvolution.Tiles(sizes).Width;
        var (inVectors, panels) = (Math.Ceiling(sizes.InChannels / (double)Lanes), Panels.Count(sizes.OutChannels, Width));
        var numbers = (double)WinogradConvolution.Numbers * panels;
        var products = numbers * Math.Ceiling(tiles / Tile.Rows) * (sizes.InChannels * TileStep + TileEnds);
        var reading = numbers * sizes.InChannels * Width * sizeof(float) / BytesInCycle;
        var transforms = tiles * (inVectors + panels * Tile.Vectors) * WinogradTransforms / 2;
        return (Math.Max(products, reading) + transforms) * Cycle
            + (sizes.OutputLength + sizes.WeightLength + sizes.InputLength) / MachineSpeed.Copies;
    }

    /// <summary>Transforms of pairs of tiles, and getting to each pair, which small transforms make felt.</summary>
    static double Fft(FftTiles tiles, in ConvolutionSizes sizes) =>
        tiles.Operations(sizes) / Lanes / FftCost.OperationsPerLane
        + tiles.Pairs * sizes.Groups * FftPair * Cycle
        + sizes.OutputLength / MachineSpeed.Copies;

    static double Padding(in ConvolutionSizes sizes) =>
        sizes.Padded == sizes.Input ? 0 : (double)sizes.Batch * sizes.InChannels * sizes.Padded.Height * sizes.Padded.Width / MachineSpeed.Copies;
}
