using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CourseCnn.Lab.Book.Files;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>
/// HTML that a cell of ours showed. It stays live, but its scripts move to files: so the page may forbid all scripts that stand in it, and
/// a script that ten figures bring along is stored once.
/// </summary>
sealed partial class LiveHtml(Chapter chapter, BookFiles files, Action<string> complain)
{
    /// <summary>The types of scripts that run; others only hold data.</summary>
    static readonly string[] running = ["", "text/javascript", "application/javascript", "module"];

    readonly HashSet<string> ids = [];

    internal string Prepare(string html)
    {
        var parser = new HtmlParser();
        var body = parser.ParseDocument("<!DOCTYPE html><body></body>").Body!;
        body.InnerHtml = WithOwnIds(PlotlyAddress.Replace(html, match => Plotly(match) ?? match.Value));
        foreach (var script in body.QuerySelectorAll("script:not([src])"))
            MoveOut(script);
        foreach (var element in body.QuerySelectorAll("*").Where(element => element.Attributes.Any(IsHandler)).ToList())
            MoveHandlersOut(element, body);
        foreach (var table in body.QuerySelectorAll("table"))
            PutInFrame(table);
        return body.InnerHtml.Trim();
    }

    void MoveOut(IElement script)
    {
        if (!running.Contains(script.GetAttribute("type") ?? ""))
            return;
        script.SetAttribute("src", files.AddOnce("scripts", ".js", script.TextContent));
        script.TextContent = "";
    }

    /// <summary>An <c>onclick</c> and its like, as a script that does the same.</summary>
    void MoveHandlersOut(IElement element, IElement body)
    {
        foreach (var handler in element.Attributes.Where(IsHandler).ToList())
        {
            var (type, code) = (handler.Name[2..], handler.Value);
            var mark = $"data-on-{type}";
            var name = BookFiles.Hash(System.Text.Encoding.UTF8.GetBytes(code));
            element.RemoveAttribute(handler.Name);
            element.SetAttribute(mark, name);
            var script = body.Owner!.CreateElement("script");
            script.SetAttribute("src", files.AddOnce("scripts", ".js", $$"""
                for (const element of document.querySelectorAll("[{{mark}}='{{name}}']")) {
                  element.removeAttribute("{{mark}}");
                  element.addEventListener("{{type}}", function (event) {
                    if ((function () { {{code}}
                    }).call(this) === false) event.preventDefault();
                  });
                }
                """));
            body.AppendChild(script);
        }
    }

    static bool IsHandler(IAttr attribute) =>
        attribute.Name.Length > 2 && attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name.All(char.IsAsciiLetter);

    static void PutInFrame(IElement table)
    {
        if (table.ParentElement?.Closest("table, .table-scroll") is not null)
            return;
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-scroll";
        table.Replace(frame);
        frame.AppendChild(table);
    }

    /// <summary>The same figure twice on a page would share its names, and a name can stand for one thing only.</summary>
    string WithOwnIds(string html)
    {
        var own = Ids.Matches(html).Select(match => match.Groups[1].Value).Distinct().OrderBy(id => id.Length).ToList();
        var taken = own.Where(ids.Contains).ToList();
        foreach (var id in taken.Where(id => !taken.Any(other => other != id && id.StartsWith(other, StringComparison.Ordinal))))
        {
            var number = Enumerable.Range(2, int.MaxValue - 2)
                .First(number => !ids.Contains(FormattableString.Invariant($"{id}-n{number}")));
            html = Regex.Replace(html, $@"(?<![\w-]){Regex.Escape(id)}(?!\w)", FormattableString.Invariant($"{id}-n{number}"));
        }
        ids.UnionWith(Ids.Matches(html).Select(match => match.Groups[1].Value));
        return html;
    }

    string? Plotly(Match address)
    {
        var version = address.Groups["version"].Value;
        var file = $"scripts/plotly-{version}.min.js";
        if (files.All.ContainsKey(file))
            return file;
        if (PlotlyLibrary.Find(version, chapter.Libraries) is not { } script)
        {
            complain($"No library of the notebook brings plotly.js {version} along, so figures stay drawings.");
            return null;
        }
        files.Add(file, script);
        return file;
    }

    [GeneratedRegex(@"https://cdn\.plot\.ly/plotly-(?<version>[0-9.]+)\.min\.js")]
    private static partial Regex PlotlyAddress { get; }

    [GeneratedRegex("\\sid=\"([^\"<>]+)\"")]
    private static partial Regex Ids { get; }
}
