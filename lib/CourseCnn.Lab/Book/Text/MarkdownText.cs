using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace CourseCnn.Lab.Book.Text;

/// <summary>Prose from a notebook as a piece of a page: nothing in it can act on the reader, whoever wrote it.</summary>
static partial class MarkdownText
{
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseMathematics()
        .Use<MathElements>()
        .Build();

    /// <summary>The text's elements, below the document's body: formulas typeset, C# coloured, tables fit for listeners.</summary>
    /// <param name="markdown">What the author wrote: Markdown with HTML in it.</param>
    /// <param name="complain">Told in a sentence what could not be shown as it was meant.</param>
    internal static IHtmlDocument Parse(string markdown, Action<string> complain)
    {
        var document = HtmlAllowlist.Clean(Markdown.ToHtml(markdown, pipeline));
        foreach (var text in document.Body!.Descendants<IText>().Where(text => text.ParentElement?.Closest("code, pre") is null))
            text.Data = Sizes.Replace(text.Data, "\u00a0×\u00a0");
        foreach (var formula in document.QuerySelectorAll("code.math"))
            Typeset(formula, complain);
        foreach (var code in document.QuerySelectorAll("pre > code.language-csharp, pre > code.language-cs, pre > code.language-c\\#"))
            code.InnerHtml = CSharpColours.ToHtml(code.TextContent);
        foreach (var table in document.QuerySelectorAll("table"))
            Prepare(table);
        return document;
    }

    static void Typeset(IElement formula, Action<string> complain)
    {
        var isDisplay = formula.ClassList.Contains("display");
        if (Mathematics.ToMathMl(formula.TextContent.Trim(), isDisplay, out var problem) is { } typeset)
        {
            formula.OuterHtml = isDisplay ? $"<span class=\"math-display\">{typeset}</span>" : typeset;
            return;
        }
        complain($"The formula {formula.TextContent.Trim()} is shown as it is written: {problem}");
        formula.ClassName = "math-source";
        formula.SetAttribute("title", problem!);
    }

    static void Prepare(IElement table)
    {
        foreach (var header in table.QuerySelectorAll("thead th"))
        {
            // An empty corner heads nothing.
            if (string.IsNullOrWhiteSpace(header.TextContent))
                header.OuterHtml = "<td></td>";
            else
                header.SetAttribute("scope", "col");
        }
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-scroll";
        table.Replace(frame);
        frame.AppendChild(table);
    }

    /// <summary>The cross in 3 × 3, which shall not begin a line.</summary>
    [GeneratedRegex(@"(?<=\d) × (?=\d)")]
    private static partial Regex Sizes { get; }
}
