using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;
using Plotly.NET;

namespace CourseCnn.Figures.Charts;

/// <summary>
/// Describes a figure for plotly.js: a heatmap or an image for each panel, whose zooms are linked where they show the same scale.
/// </summary>
static class PlotlyChart
{
    static readonly Lazy<bool> isAvailable = new(TryOnePixel);

    /// <summary>
    /// Whether Plotly.NET works here. It does not in a kernel that has loaded an older FSharp.Core than it was built with.
    /// </summary>
    internal static bool IsAvailable => isAvailable.Value;

    internal static string Json(PanelGrid layout)
    {
        var traces = layout.Cells.SelectMany((cell, index) => PlotlyTraces.Of(cell.Panel.Picture, Suffix(index))).ToList();
        var chart = GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(traces));
        chart = GenericChart.setLayout(PlotlyLayout.Of(layout), chart);
        var config = new Config();
        config.SetProperty("displayModeBar", false);
        config.SetProperty("showAxisDragHandles", false);
        config.SetProperty("responsive", true);
        return GenericChart.toJson(GenericChart.setConfig(config, chart));
    }

    /// <summary>plotly.js counts axes from x and y over x2 and y2.</summary>
    internal static string Suffix(int index) => index == 0 ? "" : Numbers.Count(index + 1);

    static bool TryOnePixel()
    {
        try
        {
            return Json(PanelGrid.Of([new Panel(null, PixelGrid.Of(Tensor.Zeros((1, 1)), nameof(PlotlyChart)), Axis: false)])).Length > 0;
        }
        catch (Exception exception) when (
            exception is TypeInitializationException or TypeLoadException or MissingMemberException or IOException)
        {
            return false;
        }
    }
}
