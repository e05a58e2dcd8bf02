using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Book.Files;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>Writes notebooks as a book: a page for each, a first page, and what all of them share.</summary>
/// <param name="title">The book's title.</param>
/// <param name="complain">Told in a sentence what could not be shown as it was meant.</param>
sealed class BookWriter(string title, Action<string> complain)
{
    internal BookFiles Write(IReadOnlyList<Chapter> chapters)
    {
        var files = new BookFiles();
        var names = Names(chapters);
        var pages = chapters.Select(chapter => new ChapterWriter(chapter, names[chapter.Path], names, files, complain).Write()).ToList();
        var frame = new PageFrame(title, pages);
        foreach (var page in pages)
            files.Add(page.File, frame.Write(page, Article(page)));
        files.Add(PageFrame.IndexFile, frame.Write(null, FirstPage(pages)));
        files.Add("search-index.js", SearchIndex(pages));
        foreach (var (name, content) in BookAssets.Published())
            files.Add($"assets/{name}", content);
        return files;
    }

    /// <summary>The page of each notebook: its own name, with a number where two notebooks have the same.</summary>
    static Dictionary<string, string> Names(IReadOnlyList<Chapter> chapters)
    {
        var taken = new Anchors();
        taken.Add("index");
        return chapters.ToDictionary(
            chapter => chapter.Path,
            chapter => $"{taken.Add(Path.GetFileNameWithoutExtension(chapter.Path))}.html");
    }

    static string Article(ChapterPage page)
    {
        var name = Encode(page.Chapter.Name);
        var trouble = page.Chapter.Trouble is { } sentence
            ? "<p class=\"trouble\" role=\"note\"><strong>Not run to its end.</strong> "
                + $"{Encode(sentence)}{(sentence.EndsWith('.') ? "" : ".")} What you see below was saved with the notebook before.</p>\n"
            : "";
        return $"""
            <article>
            {trouble}{page.Html}
            </article>
            <aside class="run-it" id="run-it" aria-labelledby="run-it-title">
            <h2 id="run-it-title">Run it yourself</h2>
            <p>This page shows what the cells printed and drew when they were last run. Figures, animations and exercises work here, but C#
            does not run in a browser. To change a cell, open the notebook itself:</p>
            <ol>
            <li>Once: <code>dotnet run --project lib/CourseCnn.Lab -- install</code></li>
            <li>In VS Code with the Jupyter extension, or in JupyterLab, open <code>{name}</code> and choose the kernel
            <em>C# (CourseCnn)</em>.</li>
            <li>Change a cell, and run it with <kbd>Shift</kbd>+<kbd>Enter</kbd>.</li>
            </ol>
            </aside>
            """;
    }

    string FirstPage(IReadOnlyList<ChapterPage> pages)
    {
        var chapters = pages.Select(page => $"""
            <li>
            <h2><a href="{Encode(page.File)}">{Encode(page.Title)}</a></h2>
            <p>{Encode(page.Summary)}</p>{SectionLinks(page)}
            </li>
            """);
        return $"""
            <article class="first">
            <h1>{Encode(title)}</h1>
            <p class="lead">{Encode(Count(pages.Count))}. Every number and every picture in {(pages.Count == 1 ? "it" : "them")} was
            computed by the code beside it.</p>
            <ol class="overview">
            {string.Join('\n', chapters)}
            </ol>
            </article>
            """;
    }

    static string SectionLinks(ChapterPage page)
    {
        var links = page.Sections.Where(section => section.Level == 2)
            .Select(section => $"<li><a href=\"{Encode(page.File)}#{section.Anchor}\">{Encode(section.Title)}</a></li>");
        return string.Join('\n', links) is { Length: > 0 } items ? $"\n<ul>\n{items}\n</ul>" : "";
    }

    /// <summary>A script, since a page from disk may read nothing else.</summary>
    static string SearchIndex(IReadOnlyList<ChapterPage> pages)
    {
        var entries = new JsonArray();
        foreach (var page in pages)
        {
            foreach (var section in page.Sections)
                entries.Add(
                    (JsonNode)new JsonArray(page.Title, section.Title, $"{page.File}#{section.Anchor}", section.Text.ToString().Trim()));
        }
        return $"bookSearch({entries.ToJsonString(JsonSerializerOptions.Default)});\n";
    }

    static string Count(int pages) => string.Create(CultureInfo.InvariantCulture, $"{pages} {(pages == 1 ? "chapter" : "chapters")}");

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
