using System.Net;
using System.Text;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>A value as HTML: tables of members, elements and rows, the inner ones folded.</summary>
sealed class HtmlLayout
{
    readonly StringBuilder html = new();

    HtmlLayout()
    {
    }

    public static string Of(Part part)
    {
        var layout = new HtmlLayout();
        layout.Write(part, isTop: true);
        if (part.Note is { } note)
            layout.html.Append("<p>").Append(Encode(note)).Append("</p>");
        return layout.html.ToString();
    }

    /// <summary>Once there is no room left, nothing but ends is written.</summary>
    bool IsFull => html.Length > Limits.Html;

    void Write(Part part, bool isTop = false)
    {
        if (part.Html is { } own)
            html.Append(own);
        else if (!part.HasStructure)
            WriteText(TextLayout.Inline(part));
        else if (part.Kind is PartKind.Sequence or PartKind.Tuple)
            WriteElements(part);
        else if (part.Kind == PartKind.Table)
            WriteRows(part);
        else if (part.Kind == PartKind.Dictionary)
            WriteNamed(part);
        else
            WriteObject(part, isTop);
    }

    void WriteText(string text) => html.Append("<pre style=\"text-align:left;margin:0\">").Append(Encode(text)).Append("</pre>");

    void WriteObject(Part part, bool isTop)
    {
        html.Append(isTop ? "<details open><summary><code>" : "<details><summary><code>");
        var head = part.Text.Length > 0 ? part.Text.ReplaceLineEndings(" ") : TextLayout.OneLine(part);
        html.Append(Encode(Limits.Cut(head, Limits.Name))).Append("</code></summary>");
        WriteNamed(part);
        html.Append("</details>");
    }

    void WriteNamed(Part part)
    {
        Begin();
        foreach (var (name, item) in part.Parts)
        {
            if (IsFull)
                break;
            html.Append("<tr><th>").Append(Encode(name)).Append("</th>");
            Cell(item);
            html.Append("</tr>");
        }

        End(part);
    }

    /// <summary>Elements that have the same members share columns.</summary>
    void WriteElements(Part part)
    {
        var columns = Columns(part);
        Begin();
        if (columns.Count > 0)
            WriteHead(columns, withIndex: true);
        for (var i = 0; i < part.Parts.Count && !IsFull; i++)
        {
            html.Append("<tr><th>").Append(i).Append("</th>");
            if (columns.Count == 0)
                Cell(part.Parts[i].Part);
            foreach (var (_, member) in columns.Count > 0 ? part.Parts[i].Part.Parts : [])
                Cell(member);
            html.Append("</tr>");
        }

        End(part);
    }

    void WriteRows(Part part)
    {
        Begin();
        if (part.Columns.Count > 0)
            WriteHead(part.Columns, withIndex: false);
        foreach (var (_, row) in part.Parts)
        {
            if (IsFull)
                break;
            html.Append("<tr>");
            foreach (var (_, cell) in row.Parts)
                Cell(cell);
            foreach (var rest in TextLayout.Rest(row))
                html.Append("<td>").Append(Encode(rest)).Append("</td>");
            html.Append("</tr>");
        }

        End(part);
    }

    void WriteHead(IReadOnlyList<string> columns, bool withIndex)
    {
        html.Append(withIndex ? "<thead><tr><th></th>" : "<thead><tr>");
        foreach (var column in columns)
            html.Append("<th>").Append(Encode(column)).Append("</th>");
        html.Append("</tr></thead>");
    }

    void Cell(Part part)
    {
        html.Append("<td>");
        if (part.Kind == PartKind.Leaf && !part.HasStructure && !part.Text.Contains('\n', StringComparison.Ordinal))
            html.Append(Encode(part.Text));
        else
            Write(part);
        html.Append("</td>");
    }

    void Begin() => html.Append("<table>");

    void End(Part part)
    {
        foreach (var rest in IsFull ? ["…"] : TextLayout.Rest(part))
            html.Append("<tr><td>").Append(Encode(rest)).Append("</td></tr>");
        html.Append("</table>");
    }

    /// <summary>The members' names, where all elements are objects with the same ones.</summary>
    static IReadOnlyList<string> Columns(Part part)
    {
        List<string>? names = null;
        foreach (var (_, element) in part.Parts)
        {
            var own = element.Kind == PartKind.Object ? element.Parts.Select(member => member.Name).ToList() : [];
            if (own.Count == 0 || (names is not null && !names.SequenceEqual(own)))
                return [];
            names = own;
        }

        return names ?? [];
    }

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
