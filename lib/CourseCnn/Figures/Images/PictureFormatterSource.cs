namespace CourseCnn;

/// <summary>What a notebook's kernel asks for the forms of pictures. It finds the members by their names.</summary>
sealed class PictureFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<Figure>(MimeTypes.Plotly, figure => figure.ToPlotlyJson()),
        new DisplayFormatter<Figure>(MimeTypes.Html, figure => figure.ToHtml()),
        new DisplayFormatter<Figure>(MimeTypes.Svg, figure => figure.ToSvg()),
        new DisplayFormatter<Figure>(MimeTypes.Text, figure => figure.Alt),
    ];
}
