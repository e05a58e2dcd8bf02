using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Text;
using CourseCnn.Lab.Notebooks;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>Writes one notebook as the inside of a page, cell by cell.</summary>
sealed class ChapterWriter
{
    readonly Chapter chapter;
    readonly string file;
    readonly Action<string> complain;
    readonly LinkRewriter links;
    readonly OutputWriter outputs;
    readonly Anchors anchors = new();
    readonly List<Section> sections = [];
    readonly Section preface = new(0, "", "content");
    readonly StringBuilder html = new();
    string summary = "";
    int cellNumber;

    /// <param name="chapter">The notebook.</param>
    /// <param name="file">The page's file name.</param>
    /// <param name="pages">The page of each notebook in the book, by the notebook's full path.</param>
    /// <param name="files">Takes what the page needs beside itself.</param>
    /// <param name="complain">Told in a sentence what could not be shown as it was meant.</param>
    internal ChapterWriter(
        Chapter chapter, string file, IReadOnlyDictionary<string, string> pages, BookFiles files, Action<string> complain)
    {
        (this.chapter, this.file) = (chapter, file);
        this.complain = sentence =>
            complain(string.Create(CultureInfo.InvariantCulture, $"{chapter.Name}: cell {cellNumber} of the file: {sentence}"));
        links = new LinkRewriter(chapter, pages, files, this.complain);
        outputs = new OutputWriter(chapter, files, links, this.complain);
    }

    internal ChapterPage Write()
    {
        foreach (var cell in chapter.Notebook.Cells)
        {
            cellNumber++;
            if (cell.IsMarkdown)
                WriteProse(cell);
            else if (cell.IsCode && !string.IsNullOrWhiteSpace(cell.Source))
                WriteCode(cell);
        }

        if (sections.FirstOrDefault(section => section.Level == 1) is not { } title)
        {
            title = new Section(1, Path.GetFileNameWithoutExtension(chapter.Path), anchors.Add("title"));
            sections.Insert(0, title);
            html.Insert(0, $"<h1 id=\"{title.Anchor}\">{WebUtility.HtmlEncode(title.Title)}</h1>\n{Origin}\n");
        }
        return new ChapterPage(chapter, file, title.Title, summary, html.ToString(), sections);
    }

    void WriteProse(NotebookCell cell)
    {
        var document = MarkdownText.Parse(cell.Source, complain);
        links.Rewrite(document, cell);
        foreach (var element in document.Body!.Children.ToList())
        {
            var heading = element.LocalName is ['h', >= '1' and <= '6'] ? AddSection(element) : null;
            if (heading is not null)
                continue;
            if (summary.Length == 0 && element.LocalName == "p" && sections.Count == 1)
                summary = Words(element);
            Section.Append(Words(element)).Append(' ');
        }
        html.Append("<div class=\"prose\">\n").Append(document.Body.InnerHtml.Trim()).Append("\n</div>\n");
    }

    Section AddSection(IElement heading)
    {
        var title = Words(heading);
        var section = new Section(heading.LocalName[1] - '0', title, anchors.Add(title));
        sections.Add(section);
        heading.Id = section.Anchor;

        var link = heading.Owner!.CreateElement("a");
        link.ClassName = "anchor";
        link.SetAttribute("href", $"#{section.Anchor}");
        link.SetAttribute("aria-label", $"Link to “{title}”");
        link.TextContent = "#";
        heading.AppendChild(link);
        if (section.Level == 1 && sections.Count(other => other.Level == 1) == 1)
            heading.Insert(AdjacentPosition.AfterEnd, Origin);
        return section;
    }

    void WriteCode(NotebookCell cell)
    {
        var code = cell.Source.TrimEnd();
        Section.Append(code).Append(' ');
        var coloured = NotebookLanguage.Code(cell) == cell.Source ? CSharpColours.ToHtml(code) : WebUtility.HtmlEncode(code);
        html.Append("<div class=\"cell\">\n<div class=\"code\"><pre><code class=\"language-csharp\">")
            .Append(coloured)
            .Append("</code></pre></div>\n");
        foreach (var output in cell.Outputs)
            html.Append(outputs.ToHtml(output, cell));
        html.Append("</div>\n");
    }

    /// <summary>The words that stand before the first heading belong to the page as a whole.</summary>
    StringBuilder Section => (sections.Count > 0 ? sections[^1] : preface).Text;

    string Origin =>
        $"<p class=\"origin\">A run of <code>{WebUtility.HtmlEncode(chapter.Name)}</code>. <a href=\"#run-it\">"
            + "Change it and run it yourself</a></p>";

    static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
