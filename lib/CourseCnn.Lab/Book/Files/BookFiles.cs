using System.Security.Cryptography;
using System.Text;

namespace CourseCnn.Lab.Book.Files;

/// <summary>The files of a book in the making: each by its path below the book's folder, with slashes.</summary>
sealed class BookFiles
{
    readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, byte[]> All => files;

    internal void Add(string path, byte[] content) => files[path] = content;

    internal void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a file that is named after its content, so that the same content is stored once.</summary>
    /// <returns>Its path.</returns>
    internal string AddOnce(string folder, string extension, byte[] content)
    {
        var path = $"{folder}/{Hash(content)}{extension}";
        Add(path, content);
        return path;
    }

    internal string AddOnce(string folder, string extension, string text) => AddOnce(folder, extension, Encoding.UTF8.GetBytes(text));

    internal static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
