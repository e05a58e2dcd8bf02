using System.Text;
using System.Text.Unicode;

namespace CourseCnn.Data.Pictures;

/// <summary>Tells kinds of files apart by their first bytes, whatever their names end in.</summary>
static class Signature
{
    /// <summary>How many bytes are looked at.</summary>
    internal const int Length = 4096;

    static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    internal static PictureKind KindOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PictureKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => PictureKind.Gif,
        [(byte)'B', (byte)'M', ..] when LooksLikeBmp(head) => PictureKind.Bmp,
        _ when NameOf(head) is not null => PictureKind.Foreign,
        _ when LooksLikeText(head) => IsWebPage(head) ? PictureKind.WebPage : PictureKind.Text,
        _ => PictureKind.Unknown,
    };

    /// <summary>What a file that is not read here is called; null for one that nobody knows.</summary>
    internal static string? NameOf(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "a WebP picture",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => NameOfBrands(head),
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => "a TIFF picture",
        [0, 0, 1, 0, _, 0, ..] => "an icon (ICO)",
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "a Photoshop picture (PSD)",
        [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', ..] => "a JPEG XL picture",
        [0xFF, 0x4F, 0xFF, 0x51, ..] or [0, 0, 0, 12, (byte)'j', (byte)'P', ..] => "a JPEG 2000 picture",
        [(byte)'q', (byte)'o', (byte)'i', (byte)'f', ..] => "a QOI picture",
        [(byte)'P', >= (byte)'1' and <= (byte)'7', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..] =>
            "a netpbm picture (PBM, PGM or PPM)",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
        _ when LooksLikeText(head) && Contains(head, "<svg") && !IsWebPage(head) => "an SVG drawing",
        _ => null,
    };

    /// <summary>Files made of boxes begin with a list of the formats that they follow; the first may be only a family's name.</summary>
    /// <remarks>ISO/IEC 14496-12, section 4.3.</remarks>
    static string NameOfBrands(ReadOnlySpan<byte> head)
    {
        var brands = Encoding.Latin1.GetString(head[8..Math.Min(head.Length, 64)]);
        if (brands.Contains("avif", StringComparison.Ordinal) || brands.Contains("avis", StringComparison.Ordinal))
            return "an AVIF picture";
        var isHeic = HeicBrands.Any(brand => brands.Contains(brand, StringComparison.Ordinal));
        return isHeic ? "a HEIC picture, as phones take them," : "a film";
    }

    /// <summary>Two letters are not much: a text may begin with them. A header's length is never a letter.</summary>
    static bool LooksLikeBmp(ReadOnlySpan<byte> head) => head.Length < 18 || !LooksLikeText(head);

    static bool LooksLikeText(ReadOnlySpan<byte> head) =>
        head[..Math.Min(head.Length, 512)].IndexOfAnyInRange((byte)0, (byte)8) < 0 && Utf8.IsValid(head[..Math.Min(head.Length, 16)]);

    static bool IsWebPage(ReadOnlySpan<byte> head) => Contains(head, "<html") || Contains(head, "<!doctype html");

    static bool Contains(ReadOnlySpan<byte> head, string text) =>
        Encoding.Latin1.GetString(head).Contains(text, StringComparison.OrdinalIgnoreCase);
}
