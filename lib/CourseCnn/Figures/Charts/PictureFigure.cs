using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CourseCnn.Display;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn.Figures.Charts;

/// <summary>
/// Pictures side by side: hover over a pixel to read its value, drag to zoom, double-click to zoom out. Where scripts run, plotly.js draws
/// it; elsewhere it is a static drawing.
/// </summary>
[TypeFormatterSource(typeof(PictureFormatterSource),
    PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
class PictureFigure : Figure
{
    // Neither knows what a listener is told, so a figure that says something else shares them.
    readonly Lazy<PanelGrid> layout;
    readonly Lazy<string> chart;

    internal PictureFigure(IReadOnlyList<Panel> panels)
    {
        Panels = panels;
        layout = Once(LayOut);
        chart = Once(MakeChart);
    }

    /// <summary>The pictures, whose pixels can be read one by one.</summary>
    internal IReadOnlyList<Panel> Panels { get; }

    /// <summary>Where they stand.</summary>
    internal PanelGrid Layout => layout.Value;

    internal override string Title => PanelDrawing.Title(Panels);

    public override string ToHtml() => TryChart() is { } json
        ? ChartHtml.Of(this, Layout, json)
        : HtmlDocument.Fragment(this, Layout.Width);

    public override string ToPlotlyJson() => chart.Value;

    /// <summary>
    /// The same as <see cref="ToPlotlyJson"/>, or null where it cannot be made, as in a kernel that has loaded another F# than Plotly.NET
    /// needs: the other forms are then shown without it.
    /// </summary>
    internal string? TryChart()
    {
        try
        {
            return chart.Value;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    private protected virtual PanelGrid LayOut() => PanelGrid.Of(Panels);

    private protected virtual string MakeChart() => PlotlyChart.Json(Layout);

    private protected override string Draw() => PanelDrawing.Draw(this, Layout);

    private protected override string Describe() => AltText.Of(Panels);

    private protected override string Identify()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var panel in Panels)
        {
            var picture = panel.Picture;
            var head = FormattableString.Invariant($"{panel.Axis} {picture.Channels} {picture.Height} {picture.Width} {panel.Title}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(MemoryMarshal.AsBytes(picture.Values));
        }

        return FigureId.Of(hash);
    }

    private protected override string ToPage() => HtmlDocument.Page(Title, PlotlyScript.Library, ToHtml());
}
