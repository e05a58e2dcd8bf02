using System.Security.Cryptography;
using System.Text;

namespace CourseCnn.Figures;

/// <summary>A name for a figure that only its content decides, so that several stand on one page without clashing.</summary>
static class FigureId
{
    internal static string Of(string content) => Name(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <param name="content">A SHA-256 of what the figure holds.</param>
    internal static string Of(IncrementalHash content) => Name(content.GetHashAndReset());

    static string Name(byte[] hash) => "figure-" + Convert.ToHexStringLower(hash.AsSpan(0, 6));
}
