using StbImageWriteSharp;

namespace CourseCnn.Figures.Drawing;

/// <summary>A picture as an 8-bit PNG: the same bytes on every machine, since the compression is managed code.</summary>
static class PngUri
{
    internal static string Of(PixelGrid picture)
    {
        // Grey takes a third of the room of colour, but has no shade left to mark a missing pixel.
        var channels = picture is { IsColour: false, Missing: 0 } ? 1 : 3;
        var pixels = new byte[picture.Pixels * channels];
        for (var pixel = 0; pixel < picture.Pixels; pixel++)
        {
            var bytes = pixels.AsSpan(pixel * channels, channels);
            if (picture.IsMissing(pixel))
                (bytes[0], bytes[1], bytes[2]) = (Theme.Missing.Red, Theme.Missing.Green, Theme.Missing.Blue);
            else
            {
                for (var channel = 0; channel < channels; channel++)
                    bytes[channel] = picture.Shade(picture.IsColour ? channel : 0, pixel);
            }
        }

        using var stream = new MemoryStream();
        var components = channels == 1 ? ColorComponents.Grey : ColorComponents.RedGreenBlue;
        new ImageWriter().WritePng(pixels, picture.Width, picture.Height, components, stream);
        return "data:image/png;base64," + Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
