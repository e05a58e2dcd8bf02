using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Text;
using CourseCnn.Lab.Notebooks.Check;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Book.Check;

/// <summary>
/// A page of its own that shows, cell by cell, what notebooks say and what they show now. It runs no script and needs no other file.
/// </summary>
static class CheckPage
{
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    internal static string Write(IReadOnlyList<CheckedNotebook> notebooks)
    {
        var changed = notebooks.Count(notebook => notebook.Cells.Count > 0);
        var failed = notebooks.Count(notebook => notebook.Trouble is not null);
        var title = changed > 0 ? "Outputs that changed" : "Notebooks that could not be run";
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{{Policy}}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>
            {{BookAssets.Text("check.css")}}</style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            <p>{{Encode(Summary(notebooks.Count, changed, failed))}}</p>
            {{string.Join('\n', notebooks.Where(notebook => !notebook.IsAsSaved).Select(Section))}}
            </main>
            </body>
            </html>

            """;
    }

    static string Summary(int all, int changed, int failed)
    {
        var sentences = new List<string>();
        if (failed > 0)
            sentences.Add($"{Some(failed, all)} could not be run to the end.");
        if (changed > 0)
            sentences.Add($"{Some(changed, all)} {(changed == 1 ? "does" : "do")} not show what "
                + $"{(changed == 1 ? "it was" : "they were")} saved with. "
                + "Where the new outputs are right, save them with the command run.");
        return string.Join(' ', sentences);
    }

    static string Some(int some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{some} of {all} {(all == 1 ? "notebook" : "notebooks")}");

    static string Section(CheckedNotebook notebook)
    {
        var html = new StringBuilder($"<section>\n<h2>{Encode(notebook.Name)}</h2>\n");
        if (notebook.Trouble is { } trouble)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"trouble\">{Encode(trouble)}</p>\n");
        foreach (var cell in notebook.Cells)
            html.Append(Cell(cell));
        return html.Append("</section>").ToString();
    }

    static string Cell(CellCheck cell)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Cell {cell.Number}{(cell.Cell.Id is { } id ? $" ({id})" : "")}");
        var html = new StringBuilder(
            $"<h3>{Encode(name)}</h3>\n<pre tabindex=\"0\">{CSharpColours.ToHtml(cell.Cell.Source.TrimEnd())}</pre>\n");
        foreach (var difference in cell.Differences)
            html.Append(Difference(difference));
        return html.ToString();
    }

    static string Difference(OutputDifference difference)
    {
        var sides = Picture(difference.Saved) is null && Picture(difference.Now) is null
            ? TextDiff.ToHtml(Text(difference.Saved), Text(difference.Now))
            : $"<div class=\"sides\">\n{Side("Saved", difference.Saved)}{Side("Now", difference.Now)}</div>\n";
        return $"<p>{Encode(Capital(difference.What))}.</p>\n{sides}";
    }

    static string Side(string name, JsonObject? output)
    {
        var shown = output is null ? "<p>Nothing.</p>"
            : Picture(output) is { } picture ? $"<img src=\"{picture}\" alt=\"{Encode(Text(output))}\">"
            : $"<pre tabindex=\"0\">{Encode(Text(output))}</pre>";
        return $"<figure><figcaption>{name}</figcaption>{shown}</figure>\n";
    }

    static string? Picture(JsonObject? output)
    {
        if (output?["data"] is not JsonObject forms)
            return null;
        if (JupyterLines.Join(forms["image/svg+xml"]) is { } svg)
            return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}";
        return forms.Where(form => form.Key is "image/png" or "image/jpeg" or "image/gif")
            .Select(form => $"data:{form.Key};base64,{Encode(JupyterLines.Join(form.Value) ?? "")}")
            .FirstOrDefault();
    }

    static string Text(JsonObject? output) => output switch
    {
        null => "",
        _ when output["data"] is JsonObject forms => JupyterLines.Join(forms["text/plain"]) ?? string.Join('\n', forms.Select(Form)),
        _ => TerminalEscapes.Remove(OutputComparison.Text(output)),
    };

    static string Form(KeyValuePair<string, JsonNode?> form) =>
        $"{form.Key}: {JupyterLines.Join(form.Value) ?? form.Value?.ToJsonString()}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
