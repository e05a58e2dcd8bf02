using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Text;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>What a cell showed, in the richest form that a page can hold.</summary>
sealed partial class OutputWriter(Chapter chapter, BookFiles files, LinkRewriter links, Action<string> complain)
{
    /// <summary>
    /// HTML longer than this waits in a file of its own until the reader comes near, if a drawing can stand in its place.
    /// </summary>
    const int LongestInPage = 16_000;

    static readonly JsonSerializerOptions brief = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly PictureFiles pictures = new(chapter, files);
    readonly LiveHtml live = new(chapter, files, complain);

    /// <param name="output">What the cell showed.</param>
    /// <param name="cell">The cell.</param>
    internal string ToHtml(JsonObject output, NotebookCell cell) => JsonText.At(output, "output_type") switch
    {
        "stream" => Text(JsonText.At(output, "name") == "stderr" ? "stderr" : "stdout", JupyterLines.Join(output["text"]) ?? ""),
        "error" => Text("error", string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => JsonText.At(line)))),
        _ => output["data"] is JsonObject forms ? Value(forms, cell) : "",
    };

    string Value(JsonObject forms, NotebookCell cell)
    {
        var text = JupyterLines.Join(forms["text/plain"]) ?? "";
        var drawing = Drawing(forms, text);
        if (JupyterLines.Join(forms["text/html"]) is { } html && (IsOurs(cell) || drawing is null))
        {
            if (!IsOurs(cell))
                return $"<div class=\"output prose\">\n{Inside(HtmlAllowlist.Clean(html), cell)}\n</div>\n";
            var ready = live.Prepare(html) + Parts(forms);
            return drawing is null || ready.Length <= LongestInPage
                ? $"<div class=\"output value\">\n{ready}\n</div>\n"
                : $"<div class=\"output value\" data-live=\"{Later(ready)}\">{drawing}</div>\n";
        }
        if (drawing is not null)
            return $"<div class=\"output value\">{drawing}</div>\n";
        return JupyterLines.Join(forms["text/markdown"]) is { } markdown
            ? $"<div class=\"output prose\">\n{Inside(MarkdownText.Parse(markdown, complain), cell)}\n</div>\n"
            : Text("value", text);
    }

    /// <summary>What a script of the page makes a form or a playground of, as data: the kind, and the JSON of the library.</summary>
    static string Parts(JsonObject forms) => string.Concat(
        from form in forms
        let kind = PartOfPage.Match(form.Key)
        where kind.Success && form.Value is not null
        select $"\n<script type=\"application/json\" "
            + $"data-part=\"{kind.Groups[1].Value}\">{form.Value.ToJsonString(JsonSerializerOptions.Default)}</script>");

    /// <summary>A form that needs no script, as a picture that is fetched when it comes into sight.</summary>
    string? Drawing(JsonObject forms, string text)
    {
        var alt = WebUtility.HtmlEncode(text.Length > 0 ? text : "Picture");
        if (JupyterLines.Join(forms["image/svg+xml"]) is { } svg)
            return $"<img src=\"{files.AddOnce("drawings", ".svg", svg)}\" alt=\"{alt}\"{Size(svg)} loading=\"lazy\" decoding=\"async\">";
        foreach (var (type, _) in forms.Where(form => form.Key.StartsWith("image/", StringComparison.Ordinal)))
        {
            if (JupyterLines.Join(forms[type]) is { } base64 && pictures.AddBase64(type, base64) is { } picture)
                return $"<img src=\"{picture.File}\" alt=\"{alt}\"{Size(picture.Size)} loading=\"lazy\" decoding=\"async\">";
        }
        return null;
    }

    /// <summary>As a script, since a page from disk may read nothing else.</summary>
    string Later(string html) =>
        files.AddOnce("live", ".js", $"bookLive({JsonSerializer.Serialize(html, brief)}, document.currentScript);\n");

    string Inside(IHtmlDocument document, NotebookCell cell)
    {
        links.Rewrite(document, cell);
        return document.Body!.InnerHtml.Trim();
    }

    /// <summary>Whether our own run made the cell's outputs. Others are somebody's file, whose scripts nobody asked for.</summary>
    bool IsOurs(NotebookCell cell) => chapter.Trouble is null && !cell.Tags.Contains("skip-execution");

    static string Text(string kind, string text)
    {
        var shown = TerminalEscapes.Remove(text).TrimEnd();
        return shown.Length == 0 ? "" : $"<pre class=\"output {kind}\">{WebUtility.HtmlEncode(shown)}</pre>\n";
    }

    static string Size((int Width, int Height)? size) =>
        size is var (width, height) ? FormattableString.Invariant($" width=\"{width}\" height=\"{height}\"") : "";

    static string Size(string svg)
    {
        var root = SvgRoot.Match(svg).Value;
        return Width.Match(root) is { Success: true } width && Height.Match(root) is { Success: true } height
            ? Size((Whole(width), Whole(height)))
            : "";
    }

    static int Whole(Match match) => (int)Math.Round(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^application/vnd\.coursecnn\.([a-z]+)\+json$")]
    private static partial Regex PartOfPage { get; }

    [GeneratedRegex("<svg\\b[^>]*>")]
    private static partial Regex SvgRoot { get; }

    [GeneratedRegex("\\swidth=\"([0-9.]+)(px)?\"")]
    private static partial Regex Width { get; }

    [GeneratedRegex("\\sheight=\"([0-9.]+)(px)?\"")]
    private static partial Regex Height { get; }
}
