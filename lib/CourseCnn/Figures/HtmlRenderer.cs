using System.Net;

namespace CourseCnn;

/// <summary>Draws a figure for a web page: a static drawing that a script replaces by the interactive one wherever it can.</summary>
static class HtmlRenderer
{
    internal static string Fragment(Figure figure)
    {
        var grid = PanelGrid.Of(figure);
        return $"""
            <figure class="coursecnn-figure" data-figure="{figure.Id}" style="margin:0.5em 0;max-width:{Numbers.Place(grid.Width)}px">
            <div role="img" aria-label="{WebUtility.HtmlEncode(figure.Alt)}">
            {figure.ToSvg()}</div>
            <script type="application/json">{Data(figure, grid)}</script>
            </figure>
            <script>{PlotlyScript.Draw}</script>

            """;
    }

    /// <summary>A drawing, and what a script needs to know to step through it, if it moves.</summary>
    internal static string Drawing(Figure figure, double width, string extra = "") => $"""
        <figure class="coursecnn-drawing" data-figure="{figure.Id}" style="margin:0.5em 0;max-width:{Numbers.Place(width)}px">
        {figure.ToSvg()}{extra}</figure>

        """;

    /// <summary>A page for one figure.</summary>
    /// <param name="title">The page's title.</param>
    /// <param name="script">What the figure needs; none is left out.</param>
    /// <param name="fragment">The figure.</param>
    internal static string Page(string title, string? script, string fragment) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{WebUtility.HtmlEncode(title)}}</title>
        <style>
        body{margin:16px;background:#f0f2f4}
        figure{margin:0 auto!important}
        @media (prefers-color-scheme:dark){
        body{background:#0e1114}
        }
        </style>
        {{(script is null ? "" : $"<script>{script}</script>\n")}}</head>
        <body>
        {{fragment}}</body>
        </html>

        """;

    /// <summary>What the script needs. A "&lt;" in it, escaped as JSON allows, cannot end the element it stands in.</summary>
    static string Data(Figure figure, PanelGrid grid) => $$"""
        {"figure":{{figure.ToPlotlyJson()}},
        "width":{{Numbers.Place(grid.Width)}},"height":{{Numbers.Place(grid.Height)}},
        "title":{{Numbers.Place(grid.TitleSize)}},"tick":{{Numbers.Place(grid.TickSize)}},"ticklen":{{Numbers.Place(PanelGrid.TickLength)}},
        "light":["{{Theme.Light.Card}}","{{Theme.Light.Text}}"],"dark":["{{Theme.Dark.Card}}","{{Theme.Dark.Text}}"],
        "plotly":"{{PlotlyScript.Address}}"}
        """.Replace("<", "\\u003c", StringComparison.Ordinal);
}
