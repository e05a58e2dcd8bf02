using System.Globalization;
using System.Net;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>What surrounds the text of every page: head, navigation, search, the way to the next page.</summary>
/// <param name="title">The book's title.</param>
/// <param name="pages">All chapters, in order.</param>
sealed class PageFrame(string title, IReadOnlyList<ChapterPage> pages)
{
    const string MenuIcon =
        "<svg viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\"><path d=\"M3 5h14M3 10h14M3 15h14\" "
        + "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linecap=\"round\"/></svg>";

    internal const string IndexFile = "index.html";

    /// <summary>Nothing runs but the book's own files, and nothing comes from elsewhere, whatever a page holds.</summary>
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "media-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

    /// <param name="page">The chapter, or null for the book's first page.</param>
    /// <param name="html">What stands in the middle.</param>
    internal string Write(ChapterPage? page, string html)
    {
        var name = page is null ? title : $"{page.Title} · {title}";
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{{Policy}}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            {{(page is { Summary.Length: > 0 } ? $"<meta name=\"description\" content=\"{Encode(page.Summary)}\">" : "")}}
            <title>{{Encode(name)}}</title>
            <link rel="icon" href="assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="assets/math/temml.css">
            <link rel="stylesheet" href="assets/book.css">
            <script src="assets/theme.js"></script>
            <script src="assets/book.js" defer></script>
            <script src="assets/live.js" defer></script>
            <script src="assets/exercise.js" defer></script>
            <script src="assets/playground.js" defer></script>
            <script src="assets/search.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the text</a>
            <header class="bar">
            <button type="button" class="menu" popovertarget="chapters" aria-label="Chapters">{{MenuIcon}}</button>
            <a class="home" href="{{IndexFile}}">{{Encode(title)}}</a>
            <div class="search" role="search" hidden>
            <label for="search" class="unseen">Search the book</label>
            <input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false" aria-describedby="search-count">
            <p id="search-count" class="unseen" role="status"></p>
            <div id="search-results" hidden></div>
            </div>
            <button type="button" class="theme" hidden></button>
            </header>
            <div class="columns">
            <nav id="chapters" class="chapters" aria-label="Chapters" popover>
            <ul>
            {{string.Join('\n', pages.Select(other => Entry(other, isHere: other == page)))}}
            </ul>
            </nav>
            <main id="content" tabindex="-1">
            {{html}}
            {{Neighbours(page)}}
            </main>
            {{Contents(page)}}
            </div>
            </body>
            </html>

            """;
    }

    static string Entry(ChapterPage page, bool isHere) =>
        $"<li><a href=\"{Encode(page.File)}\"{(isHere ? " aria-current=\"page\"" : "")}>{Encode(page.Title)}</a>"
        + (isHere ? $"\n{SectionList(page, "sections")}" : "") + "</li>";

    static string Contents(ChapterPage? page) => page is null || !page.Sections.Any(IsListed) ? "" : $"""
        <nav id="contents" class="contents" aria-label="On this page">
        <p>On this page</p>
        {SectionList(page, "sections")}
        </nav>
        """;

    static string SectionList(ChapterPage page, string name)
    {
        var items = page.Sections.Where(IsListed).Select(section => string.Create(CultureInfo.InvariantCulture,
            $"<li class=\"level-{section.Level}\"><a href=\"#{section.Anchor}\">{Encode(section.Title)}</a></li>\n"));
        return $"<ul class=\"{name}\">\n{string.Concat(items)}</ul>";
    }

    static bool IsListed(Section section) => section.Level is 2 or 3;

    string Neighbours(ChapterPage? page)
    {
        if (page is null)
            return "";
        var index = pages.ToList().IndexOf(page);
        var previous = index > 0 ? pages[index - 1] : null;
        var next = index + 1 < pages.Count ? pages[index + 1] : null;
        return previous is null && next is null ? "" : $"""
            <nav class="neighbours" aria-label="Previous and next chapter">
            {Link(previous, "previous", "prev", "Previous")}
            {Link(next, "next", "next", "Next")}
            </nav>
            """;
    }

    static string Link(ChapterPage? page, string name, string relation, string word) =>
        page is null ? ""
            : $"<a class=\"{name}\" rel=\"{relation}\" href=\"{Encode(page.File)}\">"
                + $"<span>{word}</span> {Encode(page.Title)}</a>";

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
