using CourseCnn.Display;

namespace CourseCnn.Figures.Drawing;

/// <summary>What a notebook's kernel asks for the forms of a diagram or an animation. It finds the members by their names.</summary>
sealed class CanvasFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<Figure>(MimeTypes.Html, figure => figure.ToHtml()),
        new DisplayFormatter<Figure>(MimeTypes.Svg, figure => figure.ToSvg()),
        new DisplayFormatter<Figure>(MimeTypes.Text, figure => figure.Alt),
    ];
}
