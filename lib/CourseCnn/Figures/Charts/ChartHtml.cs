using System.Net;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Charts;

/// <summary>A figure for a web page: a static drawing that a script replaces by the interactive one wherever it can.</summary>
static class ChartHtml
{
    /// <param name="figure">The figure.</param>
    /// <param name="layout">Where its panels stand.</param>
    /// <param name="chart">The figure as plotly.js reads it.</param>
    internal static string Of(Figure figure, PanelGrid layout, string chart) => $"""
        <figure class="coursecnn-figure" data-figure="{figure.Id}" style="margin:0.5em 0;max-width:{Place(layout.Width)}px">
        <div role="img" aria-label="{WebUtility.HtmlEncode(figure.Alt)}">
        {figure.ToSvg()}</div>
        <script type="application/json">{Data(layout, chart)}</script>
        </figure>
        <script>{PlotlyScript.Draw}</script>

        """;

    /// <summary>What the script needs. A "&lt;" in it, escaped as JSON allows, cannot end the element it stands in.</summary>
    static string Data(PanelGrid layout, string chart) => $$"""
        {"figure":{{chart}},
        "width":{{Place(layout.Width)}},"height":{{Place(layout.Height)}},
        "title":{{Place(layout.TitleSize)}},"tick":{{Place(layout.TickSize)}},"ticklen":{{Place(PanelGrid.TickLength)}},
        "light":["{{Theme.Light.Card}}","{{Theme.Light.Text}}"],"dark":["{{Theme.Dark.Card}}","{{Theme.Dark.Text}}"],
        "plotly":"{{PlotlyScript.Address}}"}
        """.Replace("<", "\\u003c", StringComparison.Ordinal);
}
