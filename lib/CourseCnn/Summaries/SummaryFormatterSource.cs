using System.Globalization;
using System.Net;
using System.Text;
using CourseCnn.Display;

namespace CourseCnn.Summaries;

/// <summary>What a notebook's kernel asks for the forms of a summary. It finds the members by their names.</summary>
sealed class SummaryFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<ModelSummary>(MimeTypes.Text, summary => summary.ToString()),
        new DisplayFormatter<ModelSummary>(MimeTypes.Html, Table),
    ];

    /// <summary>The same table for a browser: a layer's depth is its indentation.</summary>
    static string Table(ModelSummary summary)
    {
        const string right = "text-align: right", left = "text-align: left";
        var columns = summary.Options.Columns;

        var html = new StringBuilder("<table>\n<thead>\n<tr>");
        Cell("th", left, SummaryTable.NameTitle);
        foreach (var column in columns)
            Cell("th", Side(column), SummaryTable.Title(column));
        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in summary.Rows)
        {
            html.Append("<tr>");
            var indentation = 0.5 + 1.5 * Math.Max(0, row.Depth - 1);
            Cell("td", FormattableString.Invariant($"{left}; padding-left: {indentation}em"), row.Name);
            // A shape broken over two lines is hard to read; a narrow page can do with long titles broken.
            foreach (var column in columns)
                Cell("td", Side(column) + "; white-space: nowrap", SummaryTable.Cell(summary, row, column));
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n<p>");
        html.AppendJoin("<br>\n", SummaryTable.Counts(summary).Concat(SummaryTable.Sizes(summary)).Select(WebUtility.HtmlEncode));
        return html.Append("</p>").ToString();

        void Cell(string tag, string style, string text) =>
            html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"{style}\">{WebUtility.HtmlEncode(text)}</{tag}>");

        string Side(SummaryColumn column) =>
            column is SummaryColumn.NumParams or SummaryColumn.MultAdds or SummaryColumn.TrueMultAdds ? right : left;
    }
}
