using System.Text.Unicode;
using StbImageSharp;

namespace CourseCnn;

/// <summary>Reads picture files, and says in a sentence what is wrong with one that cannot be read.</summary>
static class PictureReader
{
    /// <summary>Far more than a camera takes; the few bytes of a damaged header can ask for more memory than there is.</summary>
    const long MaxPixels = 100_000_000;

    internal static Tensor Read(string path)
    {
        var bytes = ReadBytes(path);
        if (bytes.Length == 0)
            throw new InvalidDataException($"The file '{path}' is empty: there is no picture in it.");

        switch (PictureFormat.Check(bytes))
        {
            case FileState.CutOff:
                throw new InvalidDataException(
                    $"The picture '{path}' is cut off: the file ends before the picture does; copy or download it again.");
            case FileState.Damaged:
                throw Damaged(path);
            case FileState.Unknown when LooksLikeText(bytes):
                throw new InvalidDataException($"The file '{path}' is no picture, it holds text: a PNG, JPEG, BMP or GIF file is needed.");
        }

        return ToTensor(Decode(path, bytes));
    }

    static byte[] ReadBytes(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("The name of a picture's file is needed, but the text is empty.");
        if (Directory.Exists(path))
            throw new ArgumentException($"'{path}' is a folder: name a picture in it, such as '{Path.Combine(path, "portrait.png")}'.");
        if (!File.Exists(path))
            throw new FileNotFoundException(Missing(path), path);
        return File.ReadAllBytes(path);
    }

    static string Missing(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
            return $"There is no picture '{path}': its folder '{folder}' does not exist.";

        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!);
        var nearest = NearestName.Find(Path.GetFileName(full), names);
        return $"There is no picture '{path}' in '{folder}'" + (nearest is null ? "." : $"; did you mean '{nearest}'?");
    }

    static ImageResult Decode(string path, byte[] bytes)
    {
        try
        {
            if (ImageInfo.FromStream(new MemoryStream(bytes)) is not { } info || (long)info.Width * info.Height <= MaxPixels)
                return ImageResult.FromMemory(bytes, ColorComponents.Default);
        }
        catch (Exception) when (PictureFormat.Check(bytes) == FileState.Unknown)
        {
            throw new InvalidDataException($"The file '{path}' is no picture that can be read: a PNG, JPEG, BMP or GIF file is needed.");
        }
        catch (Exception)
        {
            // The decoder's own messages are too technical to help, some are not even text.
            throw Damaged(path);
        }

        throw new InvalidDataException(
            $"The picture '{path}' cannot be read: it claims to have more than {MaxPixels / 1_000_000} million pixels.");
    }

    /// <summary>From pixels of interleaved bytes to planes of numbers, on white where transparent.</summary>
    static Tensor ToTensor(ImageResult image)
    {
        var step = (int)image.Comp;
        var hasAlpha = image.Comp is ColorComponents.GreyAlpha or ColorComponents.RedGreenBlueAlpha;
        var channels = image.Comp is ColorComponents.Grey or ColorComponents.GreyAlpha ? 1 : 3;
        var pixels = image.Width * image.Height;
        var result = new float[channels * pixels];
        for (var i = 0; i < pixels; i++)
        {
            var pixel = image.Data.AsSpan(i * step, step);
            var alpha = hasAlpha ? pixel[^1] : 255;
            for (var c = 0; c < channels; c++)
                result[c * pixels + i] = (pixel[c] * alpha + 255 * (255 - alpha)) / (255f * 255f);
        }

        return new(result, channels == 1 ? (image.Height, image.Width) : (3, image.Height, image.Width));
    }

    static bool LooksLikeText(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 512)].IndexOfAnyInRange((byte)0, (byte)8) < 0
        && Utf8.IsValid(bytes[..Math.Min(bytes.Length, 16)]);

    static InvalidDataException Damaged(string path) =>
        new($"The picture '{path}' is damaged and cannot be read; copy or download it again.");
}
