using System.Text.RegularExpressions;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Json;
using StbImageSharp;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>
/// Pictures that a notebook's prose shows, copied into the book: from files near it, from the cell itself, from the address.
/// </summary>
sealed partial class PictureFiles(Chapter chapter, BookFiles files)
{
    /// <summary>The media types of pictures that browsers draw, and their file endings. An SVG shown as a picture runs no script.</summary>
    static readonly Dictionary<string, string> endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["image/svg+xml"] = ".svg",
    };

    /// <summary>A notebook may show what lies in its folder or beside that, not just any file of whoever makes the book.</summary>
    readonly string root =
        (Path.GetDirectoryName(chapter.Folder) ?? chapter.Folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <returns>The picture's file in the book and, if known, its size; null if there is none.</returns>
    internal (string File, (int Width, int Height)? Size)? Find(string address, NotebookCell cell)
    {
        if (address.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
            return Attached(Uri.UnescapeDataString(address["attachment:".Length..]), cell);
        if (DataAddress.Match(address) is { Success: true } match)
            return AddBase64(match.Groups["type"].Value, match.Groups["data"].Value);
        return address.Length == 0 || address.Contains(':') ? null : OnDisk(Uri.UnescapeDataString(address.Split('?', '#')[0]));
    }

    /// <summary>Adds a picture from the base64 that notebooks keep it in.</summary>
    internal (string File, (int Width, int Height)? Size)? AddBase64(string mediaType, string base64)
    {
        var bytes = new byte[base64.Length];
        return endings.TryGetValue(mediaType, out var ending) && ending != ".svg"
            && Convert.TryFromBase64String(base64, bytes, out var length)
            ? Add(ending, bytes[..length])
            : null;
    }

    (string, (int, int)?)? Attached(string name, NotebookCell cell)
    {
        var forms = cell.Attachments?[name];
        foreach (var type in endings.Keys)
        {
            if (JupyterLines.Join(forms?[type]) is { } base64)
                return AddBase64(type, base64);
        }
        return null;
    }

    (string, (int, int)?)? OnDisk(string path)
    {
        if (path.Contains('\0'))
            return null;
        var full = Path.GetFullPath(Path.Combine(chapter.Folder, path));
        var file = new FileInfo(full);
        var real = file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        var ending = Path.GetExtension(full).ToLowerInvariant() is ".jpeg" ? ".jpg" : Path.GetExtension(full).ToLowerInvariant();
        return file.Exists && real.StartsWith(root, StringComparison.Ordinal) && endings.ContainsValue(ending)
            ? Add(ending, File.ReadAllBytes(full))
            : null;
    }

    (string, (int, int)?) Add(string ending, byte[] content)
    {
        var info = ImageInfo.FromStream(new MemoryStream(content));
        return (files.AddOnce("pictures", ending, content), info is { } known ? (known.Width, known.Height) : null);
    }

    [GeneratedRegex(@"^data:(?<type>image/(png|jpeg|gif|webp));base64,(?<data>[A-Za-z0-9+/=\s]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DataAddress { get; }
}
