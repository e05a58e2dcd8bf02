using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;
using CourseCnn.Tests.Figures.Drawing;
using CourseCnn.Tests.Figures.Images;

namespace CourseCnn.Tests.Figures;

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

    [Fact]
    public void All_forms_of_pictures_share_one_layout_one_chart_and_one_drawing()
    {
        var work = new Work();
        var figure = new CountedPictures(work);
        Assert.Equal((0, 0, 0), (work.Layouts, work.Charts, work.Drawings));

        Shown.Forms(figure);
        Shown.Forms(figure);
        Assert.Equal((1, 1, 1), (work.Layouts, work.Charts, work.Drawings));
    }

    [Fact]
    public void The_same_pictures_with_other_words_are_drawn_once_more_and_laid_out_no_more()
    {
        var work = new Work();
        var figure = new CountedPictures(work);
        Shown.Forms(figure);

        var told = figure.WithAlt("Three ramps.");
        Shown.Forms(told);
        Assert.Equal((1, 1, 2), (work.Layouts, work.Charts, work.Drawings));
        Assert.Contains("Three ramps.", told.ToSvg());
        Assert.DoesNotContain("Three ramps.", figure.ToSvg());
    }

    [Fact]
    public void All_forms_of_a_diagram_share_one_drawing()
    {
        var work = new Work();
        Shown.Forms(new CountedCanvas(work, new Canvas(100)));
        Assert.Equal(1, work.Drawings);
    }

    [Fact]
    public void A_picture_in_colour_is_compressed_once_for_its_drawing_and_its_chart()
    {
        var picture = PixelGrid.Of(Drawn.Ramp((3, 4, 4)), "Test");
        Assert.Same(picture.Png, picture.Png);
        var figure = new PictureFigure([new Panel("Colour", picture, Axis: false)]);
        Assert.Contains(picture.Png, figure.ToSvg());
        Assert.Contains(picture.Png, figure.ToPlotlyJson());
    }

    [Fact]
    public void A_drawing_that_was_stopped_is_made_when_next_asked_for()
    {
        var work = new Work { Stops = 1 };
        var figure = new CountedPictures(work);
        Assert.Throws<OperationCanceledException>(figure.ToSvg);
        Assert.Equal(Pictures.Panels(3).ToSvg(), figure.ToSvg());
    }

    /// <summary>How often each was made.</summary>
    sealed class Work
    {
        internal int Layouts { get; set; }

        internal int Charts { get; set; }

        internal int Drawings { get; set; }

        /// <summary>How many drawings are stopped.</summary>
        internal int Stops { get; init; }
    }

    sealed class CountedPictures(Work work) : PictureFigure(Pictures.Of(3))
    {
        private protected override PanelGrid LayOut()
        {
            work.Layouts++;
            return base.LayOut();
        }

        private protected override string MakeChart()
        {
            work.Charts++;
            return base.MakeChart();
        }

        private protected override string Draw() =>
            ++work.Drawings <= work.Stops ? throw new OperationCanceledException() : base.Draw();
    }

    sealed class CountedCanvas(Work work, Canvas canvas) : CanvasFigure("Nothing", "Nothing is drawn.", canvas)
    {
        private protected override string Draw()
        {
            work.Drawings++;
            return base.Draw();
        }
    }
}
