namespace CourseCnn.Tests;

/// <summary>The forms in which a notebook shows figures.</summary>
public class FigureFormTests
{
    [Fact]
    public void Pictures_are_offered_in_four_forms_in_order()
    {
        var figure = Pictures.Panels(2);
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], Shown.Offered(figure));
        Assert.Equal(
            Shown.Offered(figure).Zip<string, string?>([figure.ToPlotlyJson(), figure.ToHtml(), figure.ToSvg(), figure.Alt]),
            Shown.Forms(figure));
    }

    public static TheoryData<Figure> Drawings => [Plots.PlotFullyConnected(Drawn.Ramp6, hidden: 3), Plots.AnimateMaxPool(Drawn.Ramp6, 2)];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Diagrams_and_animations_are_offered_in_three_forms_in_order(Figure figure)
    {
        Assert.Equal(["text/html", "image/svg+xml", "text/plain"], Shown.Offered(figure));
        Assert.Equal(Shown.Offered(figure).Zip<string, string?>([figure.ToHtml(), figure.ToSvg(), figure.Alt]), Shown.Forms(figure));
    }
}
