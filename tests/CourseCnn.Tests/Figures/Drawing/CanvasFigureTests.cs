namespace CourseCnn.Tests.Figures.Drawing;

public class CanvasFigureTests
{
    static readonly Figure Diagram = Plots.PlotFullyConnected(Drawn.Ramp6, hidden: 3);
    static readonly Figure Moving = Plots.AnimateMaxPool(Drawn.Ramp6, 2);

    [Fact]
    public void A_diagram_has_no_form_for_plotly() =>
        Assert.Contains("ToSvg()", Assert.Throws<InvalidOperationException>(() => Diagram.ToPlotlyJson()).Message);

    [Fact]
    public void A_diagram_is_saved_as_a_drawing_or_as_a_page_without_plotly()
    {
        var folder = Directory.CreateTempSubdirectory("drawing");
        try
        {
            var (drawing, page) = (Path.Combine(folder.FullName, "a.svg"), Path.Combine(folder.FullName, "a.html"));
            Moving.Save(drawing);
            Moving.Save(page);
            Assert.Equal(Moving.ToSvg(), File.ReadAllText(drawing));
            Assert.Contains(Moving.ToHtml(), File.ReadAllText(page));
            Assert.InRange(new FileInfo(page).Length, 1, 60_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Different_drawings_have_different_names()
    {
        Figure[] figures = [Diagram, Moving, Plots.PlotFullyConnected(Drawn.Ramp6, hidden: 4), Plots.AnimateAvgPool(Drawn.Ramp6, 2)];
        Assert.Distinct(figures.Select(figure => figure.Id));
        Assert.Equal(Moving.Id, Plots.AnimateMaxPool(Drawn.Ramp6, 2).Id);
    }
}
