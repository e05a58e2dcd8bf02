namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Convolution by the convolution theorem: the spectrum of the output is the product of the spectra of input and kernel. What a transform
/// costs does not depend on the kernel's size, so it wins where kernels are large.
/// </summary>
/// <remarks><code>
///   a tile of inputs, real     }                       columns     rows          x  spectrum        rows       columns      outputs
///   another one, imaginary     }  complex numbers  ->  forward ->  forward  ->      of kernel  ->   back   ->  back     ->  of both
/// </code>
/// A kernel is real, so the two tiles of a pair go through without touching each other. Rows are transformed in blocks as many as a vector
/// has lanes, turned so that lanes lie side by side; products are taken while a block is at hand. It rounds about as much as the other
/// methods, but an infinite or undefined input spoils its whole tile. Working memory: the spectra of the kernels (64 MB at most, kept for
/// the next call), and a pair of tiles for each channel.
/// </remarks>
sealed unsafe class FftConvolution : ConvolutionAlgorithm
{
    public override ConvolutionMethod Method => ConvolutionMethod.Fft;

    /// <summary>A tile's transform adds all its inputs up.</summary>
    public override bool SpreadsNonFinite => true;

    public override string? Obstacle(in ConvolutionSizes sizes) => FftTiles.For(sizes) is null
        ? "needs kernels that reach over at most 1024 pixels, and few enough of them that their spectra take up to 64 MB"
        : null;

    public override double Seconds(in ConvolutionSizes sizes) => FftCost.Seconds(TilesFor(sizes), sizes);

    public override string Reason(in ConvolutionSizes sizes) => FormattableString.Invariant(
        $"multiplies spectra of {TilesFor(sizes).Transform.Pair} numbers, whatever the kernel's size");

    public override void Forward(in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared)
    {
        var tiles = TilesFor(whole).ForBatch(sizes);
        var length = (long)sizes.OutChannels * sizes.GroupInChannels * tiles.SpectrumLength;
        var spectra = prepared.Get(
            Method, sizes, arrays.Weights, length,
            (s, weight, target) => Spectra(s, tiles, (float*)weight, (float*)target), tiles.Transform);
        var planes = new FftPlanes(tiles.Transform, Math.Max(sizes.GroupInChannels, sizes.GroupOutChannels));
        using (planes)
        {
            for (var pair = 0; pair < tiles.Pairs; pair++)
                for (var group = 0; group < sizes.Groups; group++)
                    Pair(sizes, tiles, arrays, planes, PreparedKernels.Start(spectra), pair, group);
        }

        GC.KeepAlive(spectra);
    }

    static FftTiles TilesFor(in ConvolutionSizes sizes) => FftTiles.For(sizes)!.Value;

    static void Pair(
        in ConvolutionSizes sizes, FftTiles tiles, ConvolutionArrays arrays, FftPlanes planes, float* spectra, int pair, int group)
    {
        var (firstIn, firstOut) = (group * sizes.GroupInChannels, group * sizes.GroupOutChannels);
        new FftColumnsForward(planes, new FftTileSource(sizes, tiles, arrays.Inputs, pair, firstIn), sizes.GroupInChannels).Run();
        new FftRows(
            planes,
            sizes.GroupInChannels,
            sizes.GroupOutChannels,
            spectra + (long)firstOut * sizes.GroupInChannels * tiles.SpectrumLength).Run();
        new FftColumnsBackward(planes, sizes, tiles, arrays, pair, firstOut).Run();
    }

    static void Spectra(in ConvolutionSizes sizes, FftTiles tiles, float* weight, float* target)
    {
        using var planes = new FftPlanes(tiles.Transform, 1);
        for (var kernel = 0; kernel < sizes.OutChannels * sizes.GroupInChannels; kernel++)
        {
            var start = weight + (long)kernel * sizes.Kernel.Height * sizes.Kernel.Width;
            new FftColumnsForward(planes, new FftKernelSource(sizes, start), 1).Run();
            new FftKernelRows(planes, target + (long)kernel * tiles.SpectrumLength).Run();
        }
    }
}
