namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>Where a tile begins: in which picture, and in which row and column of its padded input and of its outputs.</summary>
readonly record struct FftTilePlace(bool Exists, int Image, int Y, int X)
{
    public static FftTilePlace Of(FftTiles tiles, int batch, int tile)
    {
        var (rest, x) = Math.DivRem(tile, tiles.InImage.Width);
        var (image, y) = Math.DivRem(rest, tiles.InImage.Height);
        return new(image < batch, image, y * tiles.Outputs.Height, x * tiles.Outputs.Width);
    }
}
