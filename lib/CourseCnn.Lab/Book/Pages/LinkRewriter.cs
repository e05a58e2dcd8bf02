using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Notebooks;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>Makes the links and pictures of a notebook's prose right for its page.</summary>
sealed class LinkRewriter(Chapter chapter, IReadOnlyDictionary<string, string> pages, BookFiles files, Action<string> complain)
{
    readonly PictureFiles pictures = new(chapter, files);

    internal void Rewrite(IHtmlDocument document, NotebookCell cell)
    {
        foreach (var link in document.QuerySelectorAll("a[href]"))
            RewriteLink(link);
        foreach (var picture in document.QuerySelectorAll("img"))
            RewritePicture(picture, cell);
    }

    void RewriteLink(IElement link)
    {
        var address = link.GetAttribute("href")!.Trim();
        if (IsElsewhere(address))
            link.SetAttribute("rel", "noopener noreferrer");
        else if (InBook(address) is { } inBook)
            link.SetAttribute("href", inBook);
        else
        {
            if (!address.StartsWith('#'))
                complain($"The link to {address} leads out of the book, so only its words are shown.");
            link.Replace([.. link.ChildNodes]);
        }
    }

    static bool IsElsewhere(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    /// <summary>The address within the book, or null for what is no part of it.</summary>
    string? InBook(string address)
    {
        var (path, fragment) = address.Split('#', 2) is [var before, var after] ? (before, $"#{Anchors.Of(Decode(after))}") : (address, "");
        if (path.Length == 0)
            return fragment.Length > 0 ? fragment : null;
        return !path.Contains(':') && pages.TryGetValue(Path.GetFullPath(Path.Combine(chapter.Folder, Decode(path))), out var page)
            ? page + fragment
            : null;
    }

    void RewritePicture(IElement picture, NotebookCell cell)
    {
        var address = picture.GetAttribute("src")?.Trim() ?? "";
        var alt = picture.GetAttribute("alt") ?? "";
        if (alt.Length == 0)
            picture.SetAttribute("alt", ""); // Without one, listeners would hear the file's name.
        if (pictures.Find(address, cell) is { } found)
        {
            picture.SetAttribute("src", found.File);
            picture.SetAttribute("loading", "lazy");
            picture.SetAttribute("decoding", "async");
            if (found.Size is var (width, height) && !picture.HasAttribute("width") && !picture.HasAttribute("height"))
            {
                picture.SetAttribute("width", FormattableString.Invariant($"{width}"));
                picture.SetAttribute("height", FormattableString.Invariant($"{height}"));
            }
            return;
        }

        complain(IsElsewhere(address)
            ? $"The picture {address} lies elsewhere, and a book needs no network, so a link stands in its place."
            : address.Length == 0 ? "A picture has no address, so its description stands in its place."
            : $"There is no picture {address} that could go into the book, so its description stands in its place.");
        var words = picture.Owner!.CreateElement(IsElsewhere(address) ? "a" : "span");
        words.TextContent = alt.Length > 0 ? alt : "Picture";
        if (IsElsewhere(address))
        {
            words.SetAttribute("href", address);
            words.SetAttribute("rel", "noopener noreferrer");
        }
        picture.Replace(words);
    }

    static string Decode(string address) => Uri.UnescapeDataString(address);
}
