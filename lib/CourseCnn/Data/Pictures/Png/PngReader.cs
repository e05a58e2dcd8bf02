using CourseCnn.Data.Pictures.Exif;
using StbImageSharp;

namespace CourseCnn.Data.Pictures.Png;

/// <summary>Reads PNG files: StbImageSharp decodes them, once it is clear that all is there.</summary>
static class PngReader
{
    /// <summary>Deflate makes at most so many bytes of one.</summary>
    const long MostBytesFromOne = 1032;

    internal static PixelBuffer Read(PictureFile file)
    {
        var structure = PngStructure.Of(file);
        if ((long)structure.Width * structure.Height * structure.BitsPerPixel / 8 > structure.CompressedLength * MostBytesFromOne)
            throw file.Damaged();

        ImageResult image;
        try
        {
            image = ImageResult.FromMemory(file.Bytes, ColorComponents.Default);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The decoder's own messages are too technical to help, some are not even text.
            throw file.Damaged();
        }

        return Turning.Upright(new PixelBuffer(image.Width, image.Height, (int)image.Comp, image.Data), structure.Orientation);
    }
}
