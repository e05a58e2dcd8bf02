using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CourseCnn;

/// <summary>A name for a figure that only its content decides, so that several stand on one page without clashing.</summary>
static class FigureId
{
    internal static string Of(IReadOnlyList<Panel> panels)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var panel in panels)
        {
            var picture = panel.Picture;
            var head = FormattableString.Invariant($"{panel.Axis} {picture.Channels} {picture.Height} {picture.Width} {panel.Title}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(MemoryMarshal.AsBytes(picture.Values));
        }

        return Name(hash.GetHashAndReset());
    }

    internal static string Of(string content) => Name(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    static string Name(byte[] hash) => "figure-" + Convert.ToHexStringLower(hash.AsSpan(0, 6));
}
