using CourseCnn.Data.Pictures.Bmp;
using CourseCnn.Data.Pictures.Gif;
using CourseCnn.Data.Pictures.Jpeg;
using CourseCnn.Data.Pictures.Png;

namespace CourseCnn.Data.Pictures;

/// <summary>Reads picture files, and says in a sentence what is wrong with one that cannot be read.</summary>
static class PictureReader
{
    internal static Tensor Read(string path)
    {
        var file = PictureFile.Read(path);
        try
        {
            return Decode(file).ToTensor();
        }
        catch (IndexOutOfRangeException)
        {
            throw file.Damaged();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw file.Damaged();
        }
    }

    static PixelBuffer Decode(PictureFile file) => file.Kind switch
    {
        PictureKind.Png => PngReader.Read(file),
        PictureKind.Jpeg => JpegReader.Read(file),
        PictureKind.Bmp => BmpReader.Read(file),
        _ => GifReader.Read(file),
    };
}
