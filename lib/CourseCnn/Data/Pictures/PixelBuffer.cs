namespace CourseCnn.Data.Pictures;

/// <summary>A decoded picture: rows from top to bottom, pixels from left to right, a byte for each channel of a pixel.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1: grey, 2: grey and alpha, 3: red, green, blue, 4: red, green, blue, alpha.</param>
/// <param name="Bytes">Width * Height * Channels of them.</param>
sealed record PixelBuffer(int Width, int Height, int Channels, byte[] Bytes)
{
    internal static PixelBuffer Empty(int width, int height, int channels) =>
        new(width, height, channels, new byte[(long)width * height * channels]);

    /// <summary>The bytes of the pixels from (x, y) on.</summary>
    internal Span<byte> From(int x, int y) => Bytes.AsSpan((y * Width + x) * Channels);

    /// <summary>From pixels of interleaved bytes to planes of numbers, on white where transparent.</summary>
    internal Tensor ToTensor()
    {
        var hasAlpha = Channels is 2 or 4;
        var colours = Channels > 2 ? 3 : 1;
        var pixels = Width * Height;
        var result = new float[colours * pixels];
        for (var i = 0; i < pixels; i++)
        {
            var pixel = Bytes.AsSpan(i * Channels, Channels);
            var alpha = hasAlpha ? pixel[^1] : 255;
            for (var c = 0; c < colours; c++)
                result[c * pixels + i] = (pixel[c] * alpha + 255 * (255 - alpha)) / (255f * 255f);
        }

        return new(result, colours == 1 ? (Height, Width) : (3, Height, Width));
    }
}
