using System.Globalization;
using System.Text.Json;
using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Images;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Images;

public class PanelScaleTests
{
    [Fact]
    public void Numbered_panels_are_drawn_to_one_scale_but_never_too_small_to_see()
    {
        var figure = new PictureFigure(
            [
                Pictures.Panel("Original", (100, 100), axis: true),
                Pictures.Panel("Half", (51, 51), axis: true),
                Pictures.Panel("One", (1, 1), axis: true),
            ]);
        var cells = figure.Layout.Cells;
        Assert.Equal(cells[0].PixelSize, cells[1].PixelSize);
        Assert.Equal(0.51, Side("Half") / Side("Original"), 1e-3);
        Assert.InRange(cells[2].Width, 40, cells[1].Width - 1);

        var layout = JsonDocument.Parse(figure.ToPlotlyJson()).RootElement.GetProperty("layout");
        Assert.Equal(0.51, Share("xaxis2") / Share("xaxis"), 1e-3);
        Assert.Equal(0.51, Share("yaxis2") / Share("yaxis"), 1e-3);

        double Side(string title) => double.Parse((string)Drawn.Elements(figure, "image")
            .ElementAt(figure.Panels.ToList().FindIndex(panel => panel.Title == title)).Attribute("width")!, CultureInfo.InvariantCulture);

        double Share(string axis)
        {
            var ends = layout.GetProperty(axis).GetProperty("domain").EnumerateArray().Select(end => end.GetDouble()).ToList();
            return ends[1] - ends[0];
        }
    }

    [Fact]
    public void Panels_without_numbers_fill_their_room_whatever_their_size()
    {
        var cells = PanelGrid.Of([Pictures.Panel("Original", (100, 100)), Pictures.Panel("Strided", (34, 34))]).Cells;
        Assert.Equal(cells[0].Width, cells[1].Width, 1e-9);
    }
}
