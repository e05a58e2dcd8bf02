namespace CourseCnn;

/// <summary>A diagram: lines, numbers and words, drawn the same for everybody.</summary>
[TypeFormatterSource(typeof(DrawingFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
class Drawing(string title, string alt, Canvas canvas) : Figure
{
    internal Canvas Canvas => canvas;

    internal override string Title => title;

    public override string ToSvg() => SvgRenderer.Document(
        this, canvas.Width, canvas.Height, Ink.Sheet(Id, canvas.Classes()) + Named(canvas.Rules), Named(canvas.Body));

    public override string ToHtml() => HtmlRenderer.Drawing(this, canvas.Width);

    private protected override string Describe() => alt;

    private protected override string Identify() => FigureId.Of($"{title}\n{alt}\n{canvas.Rules}\n{canvas.Body}");

    private protected override string ToPage() => HtmlRenderer.Page(Title, script: null, ToHtml());

    string Named(string text) => text.Replace("{id}", Id, StringComparison.Ordinal);
}
