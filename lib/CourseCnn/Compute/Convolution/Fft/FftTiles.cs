namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// How a convolution is cut into transforms: tiles of inputs of a power of two, overlapping by the kernel's reach less one, so that each
/// gives a tile of outputs that no wrapping round has touched (overlap-save).
/// </summary>
readonly record struct FftTiles
{
    /// <summary>Numbers that the spectra of all kernels may hold: 64 MB.</summary>
    const long MostSpectra = 1 << 24;

    /// <summary>Convolutions whose tiles are cached.</summary>
    const int MostCached = 64;

    /// <summary>Each call of a layer asks for its tiles; to search takes longer than a small transform.</summary>
    [ThreadStatic] static Dictionary<ConvolutionSizes, FftTiles?>? cache;

    static readonly int[] Lengths = [32, 64, 128, 256, 512, 1024];

    FftTiles(in ConvolutionSizes sizes, Size2d transform)
    {
        var (padded, reach) = (sizes.Padded, sizes.Reach);
        Transform = transform;
        Outputs = (transform.Height - reach.Height + 1, transform.Width - reach.Width + 1);
        InImage = (Ceiling(padded.Height - reach.Height + 1, Outputs.Height), Ceiling(padded.Width - reach.Width + 1, Outputs.Width));
        Pairs = Ceiling(sizes.Batch * InImage.Height * InImage.Width, 2);
    }

    /// <summary>Numbers of a transform.</summary>
    public Size2d Transform { get; private init; }

    /// <summary>Outputs of a tile, where the kernel steps by one.</summary>
    public Size2d Outputs { get; private init; }

    /// <summary>Tiles that cover a picture.</summary>
    public Size2d InImage { get; private init; }

    /// <summary>Pairs of tiles over all pictures: one is transformed as real parts, one as imaginary parts.</summary>
    public int Pairs { get; private init; }

    /// <summary>Numbers of a spectrum, real and imaginary parts.</summary>
    public int SpectrumLength => 2 * Transform.Height * Transform.Width;

    /// <summary>Additions and multiplications for all transforms and products, about.</summary>
    public double Operations(in ConvolutionSizes sizes)
    {
        var pixels = (double)Transform.Height * Transform.Width;
        var transforms = (double)Pairs * sizes.Groups * (sizes.GroupInChannels + sizes.GroupOutChannels);
        var products = (double)Pairs * sizes.OutChannels * sizes.GroupInChannels;
        return pixels * (transforms * 4 * (double.Log2(pixels) + 3) + products * 8);
    }

    /// <summary>The same tiles for fewer pictures.</summary>
    public FftTiles ForBatch(in ConvolutionSizes sizes) => new(sizes, Transform);

    /// <summary>The tiles that take the fewest operations, or null where none can do it within the memory that spectra may take.</summary>
    public static FftTiles? For(in ConvolutionSizes sizes)
    {
        cache ??= [];
        if (cache.TryGetValue(sizes, out var known))
            return known;
        if (cache.Count == MostCached)
            cache.Clear();
        return cache[sizes] = Search(sizes);
    }

    static FftTiles? Search(in ConvolutionSizes sizes)
    {
        FftTiles? best = null;
        var (least, reach) = (double.PositiveInfinity, sizes.Reach);
        foreach (var height in Lengths)
            foreach (var width in Lengths)
            {
                if (height < reach.Height || width < reach.Width
                    || 2L * height * width * sizes.OutChannels * sizes.GroupInChannels > MostSpectra)
                    continue;
                var tiles = new FftTiles(sizes, (height, width));
                var operations = tiles.Operations(sizes);
                if (operations < least)
                    (best, least) = (tiles, operations);
            }

        return best;
    }

    static int Ceiling(int a, int b) => (a + b - 1) / b;
}
