using CourseCnn.Display;

namespace CourseCnn.Figures.Drawing;

/// <summary>A figure drawn on a canvas, the same for everybody: lines, numbers and words. It keeps what the canvas then holds.</summary>
[TypeFormatterSource(typeof(CanvasFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
class CanvasFigure(string title, string alt, Canvas canvas) : Figure
{
    readonly string rules = canvas.Rules;
    readonly string body = canvas.Body;

    internal double Width { get; } = canvas.Width;

    internal double Height { get; } = canvas.Height;

    internal override string Title => title;

    public override string ToHtml() => HtmlDocument.Fragment(this, Width);

    private protected override string Describe() => alt;

    private protected override string Identify() => FigureId.Of($"{title}\n{alt}\n{rules}\n{body}");

    private protected override string Draw() =>
        SvgDocument.Of(this, Width, Height, Ink.Sheet(Id, Canvas.Classes(body)) + Named(rules), Named(body));

    private protected override string ToPage() => HtmlDocument.Page(Title, script: null, ToHtml());

    string Named(string text) => text.Replace("{id}", Id, StringComparison.Ordinal);
}
