namespace CourseCnn;

/// <summary>
/// Pictures side by side: hover over a pixel to read its value, drag to zoom, double-click to zoom out. Where scripts run, plotly.js draws
/// it; elsewhere it is a static drawing.
/// </summary>
[TypeFormatterSource(typeof(PictureFormatterSource),
    PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
class PictureFigure(IReadOnlyList<Panel> panels) : Figure
{
    internal override IReadOnlyList<Panel> Panels => panels;

    internal override string Title => SvgRenderer.Title(this);

    public override string ToSvg() => SvgRenderer.Render(this);

    public override string ToHtml() => HtmlRenderer.Fragment(this);

    public override string ToPlotlyJson() => PlotlyRenderer.Json(this);

    private protected override string Describe() => AltText.Of(this);

    private protected override string Identify() => FigureId.Of(panels);

    private protected override string ToPage() => HtmlRenderer.Page(Title, PlotlyScript.Library, ToHtml());
}
