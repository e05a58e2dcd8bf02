namespace CourseCnn.Figures.Drawing;

/// <summary>The pixels of one panel, copied from a tensor: one channel of grey, or red, green and blue.</summary>
sealed class PixelGrid
{
    /// <summary>Half a shade of 256: a picture this little outside 0..1 is one in 0..1 with rounding errors.</summary>
    const float HalfShade = 0.5f / 255;

    readonly float[] values;
    readonly Lazy<string> png;

    PixelGrid(float[] values, int channels, int height, int width)
    {
        (this.values, Channels, Height, Width) = (values, channels, height, width);
        png = new(() => PngUri.Of(this), LazyThreadSafetyMode.PublicationOnly);
        (Min, Max) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var pixel = 0; pixel < Pixels; pixel++)
        {
            if (IsMissing(pixel))
            {
                Missing++;
                continue;
            }

            for (var channel = 0; channel < channels; channel++)
            {
                var value = Value(channel, pixel);
                (Min, Max) = (Math.Min(Min, value), Math.Max(Max, value));
            }
        }
    }

    internal int Channels { get; }

    internal int Height { get; }

    internal int Width { get; }

    internal int Pixels => Height * Width;

    internal bool IsColour => Channels == 3;

    /// <summary>The smallest and the largest value, of pixels that have one.</summary>
    internal float Min { get; }

    internal float Max { get; }

    /// <summary>How many pixels are NaN or infinite, and so cannot be drawn as a shade.</summary>
    internal int Missing { get; }

    /// <summary>The channels one after the other, each row by row.</summary>
    internal ReadOnlySpan<float> Values => values;

    /// <summary>The picture as a data URI of a PNG, compressed once for all that show it.</summary>
    internal string Png => png.Value;

    /// <summary>
    /// The values drawn black and white. Grey: the smallest and the largest, as matplotlib's imshow does; a picture of one value
    /// only lies in the middle, mid-grey. Colour: 0 and 1 for a picture in 0..1, else the smallest and largest of all channels together.
    /// </summary>
    internal (double Black, double White) Range =>
        IsColour && Min >= -HalfShade && Max <= 1 + HalfShade ? (0, 1)
        : Min < Max ? (Min, Max)
        : (Min - 0.5 * Math.Max(1, Math.Abs((double)Min)), Max + 0.5 * Math.Max(1, Math.Abs((double)Max)));

    /// <summary>
    /// Whether every value is a whole number of 255ths, as in a picture read from a file: then 8 bits hold it without loss.
    /// </summary>
    internal bool IsBytes => Missing == 0 && Min >= -HalfShade && Max <= 1 + HalfShade && values.All(value =>
        Math.Abs(value * 255 - MathF.Round(value * 255)) < 1e-3f);

    /// <summary>Reads a tensor as a picture, or says in a sentence why it is none.</summary>
    internal static PixelGrid Of(Tensor tensor, string caller, string what = "the picture")
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var shape = tensor.Shape;
        if (shape.Count == 0)
            throw new ArgumentException(
                $"{caller} cannot show {what}: shape {shape} has no pixels. Every size must be at least 1.");

        var channels = shape.Rank switch
        {
            2 => 1,
            3 => shape[0],
            4 when shape[0] == 1 => shape[1],
            _ => 0,
        };
        if (channels is not (1 or 3))
            throw new ArgumentException(
                $"{caller} needs a grey picture of shape (height, width) or (1, height, width), or a colour picture of "
                + $"shape (3, height, width), but {what} has shape {shape}. {Advice(shape)}");

        var picture = new PixelGrid(tensor.Span.ToArray(), channels, shape[^2], shape[^1]);
        if (picture.Missing == picture.Pixels)
            throw new ArgumentException(
                $"{caller} cannot show {what} of shape {shape}: every pixel is NaN or infinite, so there is no shade to draw. "
                + "Look for a division by zero or a logarithm of zero where it was computed.");
        return picture;
    }

    internal float Value(int channel, int pixel) => values[channel * Pixels + pixel];

    internal bool IsMissing(int pixel)
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            if (!float.IsFinite(Value(channel, pixel)))
                return true;
        }

        return false;
    }

    /// <summary>The shade of one channel of a pixel that is not missing: 0 is black, 255 white.</summary>
    internal byte Shade(int channel, int pixel)
    {
        var (black, white) = Range;
        return (byte)Math.Round(255 * Math.Clamp((Value(channel, pixel) - black) / (white - black), 0, 1));
    }

    static string Advice(Shape shape) => shape.Rank switch
    {
        < 2 => "A picture has rows and columns: Reshape it to (height, width).",
        3 when shape[2] is 1 or 3 => $"Its channels come last: Permute(2, 0, 1) puts them first, as a picture here has them.",
        3 => $"To see one of its {shape[0]} channels, take it by its index, as in image[0].",
        4 => "It holds several pictures or feature maps: take one by its index, as in image[0].",
        _ => "Take the picture in it by its indices, so that two or three dimensions are left.",
    };
}
