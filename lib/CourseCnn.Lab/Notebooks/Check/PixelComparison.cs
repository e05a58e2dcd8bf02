using System.Globalization;
using StbImageSharp;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>Compares pictures by what they show: how a file packs its pixels does not matter.</summary>
static class PixelComparison
{
    /// <summary>How far a colour may be off, of 255.</summary>
    const int Tolerance = 1;

    /// <returns>A sentence's end on how they differ, or null if they show the same.</returns>
    internal static string? Difference(byte[] saved, byte[] now)
    {
        if (saved.AsSpan().SequenceEqual(now))
            return null;
        if (Decode(saved) is not { } before || Decode(now) is not { } after)
            return "the picture is another, in a format that only compares as a whole";
        if ((before.Width, before.Height) != (after.Width, after.Height))
            return string.Create(CultureInfo.InvariantCulture,
                $"the picture was {before.Width} x {before.Height} pixels and is {after.Width} x {after.Height} now");

        var (count, most) = (0, 0);
        for (var pixel = 0; pixel < before.Data.Length; pixel += 4)
        {
            var off = 0;
            for (var channel = pixel; channel < pixel + 4; channel++)
                off = Math.Max(off, Math.Abs(before.Data[channel] - after.Data[channel]));
            count += off > Tolerance ? 1 : 0;
            most = Math.Max(most, off);
        }
        return count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"the picture differs in {count:N0} of {before.Data.Length / 4:N0} pixels, by up to {most} of 255");
    }

    static ImageResult? Decode(byte[] file)
    {
        try
        {
            return ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
        }
        catch (Exception error) when (error is InvalidOperationException or IndexOutOfRangeException or EndOfStreamException)
        {
            return null;
        }
    }
}
