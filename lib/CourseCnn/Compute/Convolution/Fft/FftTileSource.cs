namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>Two tiles of the input, with zeros where they reach beyond it: one is the real part, one the imaginary part.</summary>
sealed unsafe class FftTileSource(ConvolutionSizes sizes, FftTiles tiles, float* input, int pair, int firstChannel) : IFftSource
{
    readonly FftTilePlace first = FftTilePlace.Of(tiles, sizes.Batch, 2 * pair);
    readonly FftTilePlace second = FftTilePlace.Of(tiles, sizes.Batch, 2 * pair + 1);

    public void Read(int plane, int y, int x, Span<float> real, Span<float> imaginary)
    {
        ReadTile(first, plane, y, x, real);
        ReadTile(second, plane, y, x, imaginary);
    }

    void ReadTile(FftTilePlace place, int plane, int y, int x, Span<float> target)
    {
        var (height, width) = sizes.Input;
        var row = place.Y + y - sizes.PaddingBefore.Height;
        var column = place.X + x - sizes.PaddingBefore.Width;
        var (from, to) = (Math.Max(column, 0), Math.Min(column + target.Length, width));
        if (!place.Exists || row < 0 || row >= height || from >= to)
        {
            target.Clear();
            return;
        }

        var start = (((long)place.Image * sizes.InChannels + firstChannel + plane) * height + row) * width;
        target[..(from - column)].Clear();
        new ReadOnlySpan<float>(input + start + from, to - from).CopyTo(target[(from - column)..]);
        target[(to - column)..].Clear();
    }
}
