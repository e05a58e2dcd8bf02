using CourseCnn.Files;
using StbImageWriteSharp;

namespace CourseCnn.Data;

/// <summary>Writes pictures as PNG files.</summary>
static class PngWriter
{
    internal static void Write(Tensor picture, string path)
    {
        var png = Encode(picture);
        OutputFile.Write(path, "The picture", "picture.png", stream => stream.Write(png));
    }

    /// <summary>The bytes of a PNG file.</summary>
    internal static byte[] Encode(Tensor picture)
    {
        var (channels, height, width) = Picture.Sizes(picture, nameof(Picture.WritePng));
        if (picture.Count == 0)
            throw new ArgumentException($"A picture needs at least one pixel to be written, but got shape {picture.Shape}.");
        if (picture.Storage.Any(float.IsNaN))
            throw new ArgumentException($"A picture of shape {picture.Shape} cannot be written: it holds NaN, which is no brightness.");

        var pixels = height * width;
        var bytes = new byte[picture.Count];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)MathF.Round(255 * Math.Clamp(picture.Storage[i % channels * pixels + i / channels], 0, 1));

        using var stream = new MemoryStream();
        var components = channels == 1 ? ColorComponents.Grey : ColorComponents.RedGreenBlue;
        new ImageWriter().WritePng(bytes, width, height, components, stream);
        return stream.ToArray();
    }
}
