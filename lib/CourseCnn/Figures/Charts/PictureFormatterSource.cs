using CourseCnn.Display;

namespace CourseCnn.Figures.Charts;

/// <summary>What a notebook's kernel asks for the forms of pictures. It finds the members by their names.</summary>
class PictureFormatterSource : IOptionalForms
{
    public virtual IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<PictureFigure>(MimeTypes.Plotly, figure => figure.TryChart()),
        new DisplayFormatter<PictureFigure>(MimeTypes.Html, figure => figure.ToHtml()),
        new DisplayFormatter<PictureFigure>(MimeTypes.Svg, figure => figure.ToSvg()),
        new DisplayFormatter<PictureFigure>(MimeTypes.Text, figure => figure.Alt),
    ];

    public bool CanMake(string mimeType) => mimeType != MimeTypes.Plotly || PlotlyChart.IsAvailable;
}
