using System.Net;

namespace CourseCnn.Figures.Drawing;

/// <summary>What stands around a drawing in HTML: within a page, and in a page of its own.</summary>
static class HtmlDocument
{
    /// <summary>A drawing within a page, and what a script needs to know to step through it, if it moves.</summary>
    internal static string Fragment(Figure figure, double width, string extra = "") => $"""
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
}
