using System.Globalization;
using System.Net;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CourseCnn.Lab.Book.Check;

/// <summary>What lines went and what lines came, with a few of those around them.</summary>
static class TextDiff
{
    /// <summary>How many equal lines stand around a change.</summary>
    const int Around = 3;

    /// <summary>Longer texts are cut: a page with a million lines helps nobody.</summary>
    const int MostLines = 2000;

    internal static string ToHtml(string saved, string now)
    {
        var lines = InlineDiffBuilder.Diff(Cut(saved), Cut(now), ignoreWhiteSpace: false).Lines;
        var html = new StringBuilder("<pre class=\"diff\" tabindex=\"0\">");
        var skipped = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = lines.Skip(i - Around).Take(2 * Around + 1 + Math.Min(0, i - Around))
                .Any(line => line.Type != ChangeType.Unchanged);
            if (!isNear)
            {
                skipped++;
                continue;
            }
            AppendSkipped(html, ref skipped);
            var (tag, mark) = lines[i].Type switch
            {
                ChangeType.Deleted => ("del", '-'),
                ChangeType.Inserted => ("ins", '+'),
                _ => ("span", ' '),
            };
            html.Append(CultureInfo.InvariantCulture, $"<{tag}>{mark} {WebUtility.HtmlEncode(lines[i].Text)}</{tag}>\n");
        }
        AppendSkipped(html, ref skipped);
        return html.Append("</pre>\n").ToString();
    }

    static void AppendSkipped(StringBuilder html, ref int skipped)
    {
        if (skipped > 0)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"skipped\">  … {skipped} equal {(skipped == 1 ? "line" : "lines")}</span>\n");
        skipped = 0;
    }

    static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return lines.Length <= MostLines ? string.Join('\n', lines) : string.Join('\n', lines.Take(MostLines).Append("… cut here"));
    }
}
