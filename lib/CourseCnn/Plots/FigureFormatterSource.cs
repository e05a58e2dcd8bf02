namespace CourseCnn;

/// <summary>What a notebook's kernel asks for the forms of a figure. It finds the members by their names.</summary>
sealed class FigureFormatterSource
{
    internal const string Plotly = "application/vnd.plotly.v1+json";
    internal const string Html = "text/html";
    internal const string Svg = "image/svg+xml";
    internal const string Text = "text/plain";

    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter(Plotly, figure => figure.ToPlotlyJson()),
        new Formatter(Html, figure => figure.ToHtml()),
        new Formatter(Svg, figure => figure.ToSvg()),
        new Formatter(Text, figure => figure.Alt),
    ];

    sealed class Formatter(string mimeType, Func<Figure, string> render)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (value is not Figure figure)
                return false;
            writer.Write(render(figure));
            return true;
        }
    }
}
