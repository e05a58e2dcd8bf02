using System.Security;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Drawing;

/// <summary>The frame of every drawing: SVG that needs nothing else, with what it is called and what a listener is told.</summary>
static class SvgDocument
{
    /// <summary>The page width below which type is set larger, since the drawing shrinks.</summary>
    internal const int NarrowPage = 560;

    /// <summary>A drawing on its card.</summary>
    internal static string Of(Figure figure, double width, double height, string style, string body)
    {
        var (id, right, bottom) = (figure.Id, Place(width), Place(height));
        var name = figure.HasOwnAlt ? $"{id}-alt" : $"{id}-title {id}-alt";
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" id="{id}" viewBox="0 0 {right} {bottom}" width="{right}" height="{bottom}"
             style="max-width:100%;height:auto" role="img" aria-labelledby="{name}">
            <title id="{id}-title">{Escape(figure.Title)}</title>
            <desc id="{id}-alt">{Escape(figure.Alt)}</desc>
            <style>
            {style}
            </style>
            <rect class="card" width="{right}" height="{bottom}" rx="8"/>
            {body}
            </svg>

            """;
    }

    /// <summary>Text as XML allows it: control characters may not even be escaped.</summary>
    internal static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(letter => letter.Value is >= ' ' and not (0xFFFE or 0xFFFF))));
}
