namespace CourseCnn;

/// <summary>The forms of a figure, richest first.</summary>
sealed class FigureFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<Figure>(MimeTypes.Plotly, figure => figure.ToPlotlyJson()),
        new DisplayFormatter<Figure>(MimeTypes.Html, figure => figure.ToHtml()),
        new DisplayFormatter<Figure>(MimeTypes.Svg, figure => figure.ToSvg()),
        new DisplayFormatter<Figure>(MimeTypes.Text, figure => figure.Alt),
    ];
}
