using System.Xml.Linq;
using CourseCnn.Figures.Charts;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures;

/// <summary>What a figure says to a listener when it was given words of its own.</summary>
public class AltTextTests
{
    const string Words = "A face of 6 x 6 pixels, & \"nobody\" recognises it.";

    public static TheoryData<Figure> Figures =>
    [
        Plots.PlotImage(Drawn.Ramp6, "Ramp"), Plots.PlotConv(Drawn.Ramp6, Tensor.Ones((2, 2))),
        Plots.PlotFullyConnected(Drawn.Ramp6, hidden: 3), Plots.AnimateMaxPool(Drawn.Ramp6, 2),
    ];

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_says_what_it_is_told_to_in_every_form(Figure figure)
    {
        var (generated, drawing) = (figure.Alt, figure.ToSvg());
        var told = figure.WithAlt(Words);

        Assert.Equal(figure.GetType(), told.GetType());
        Assert.Equal((Words, Words), (told.Alt, told.ToString()));
        var svg = XElement.Parse(told.ToSvg());
        var description = Assert.Single(svg.Elements(svg.Name.Namespace + "desc"));
        Assert.Equal(Words, description.Value);
        Assert.Equal((string?)description.Attribute("id"), (string?)svg.Attribute("aria-labelledby"));
        Assert.DoesNotContain(generated, System.Net.WebUtility.HtmlDecode(told.ToHtml()));
        Assert.Equal(figure is PictureFigure, told.ToHtml().Contains($"aria-label=\"{System.Net.WebUtility.HtmlEncode(Words)}\""));

        // The figure that it was made from stays as it is.
        Assert.Equal((generated, drawing), (figure.Alt, figure.ToSvg()));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void It_shows_the_same_under_a_name_that_its_words_decide(Figure figure)
    {
        var told = figure.WithAlt(Words);
        Assert.Equal(figure.Title, told.Title);
        Assert.NotEqual(figure.Id, told.Id);
        Assert.Equal(told.Id, figure.WithAlt($"  {Words.Replace(" ", "\n ")} ").Id);
        Assert.NotEqual(told.Id, told.WithAlt("Something else.").Id);
        if (figure is PictureFigure)
            Assert.Equal(figure.ToPlotlyJson(), told.ToPlotlyJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Saying_nothing_is_refused(string text) => Assert.Contains(
        "leave WithAlt out", Assert.Throws<ArgumentException>(() => Plots.PlotImage(Drawn.Ramp6).WithAlt(text)).Message);

    [Fact]
    public void Negative_numbers_are_written_with_a_minus_sign() => Assert.Equal(
        "Grey picture, 1 pixel high and 2 wide, values from −0.75 to −1E−05.",
        Plots.PlotImage(new Tensor([-0.75f, -0.00001f], (1, 2))).Alt);
}
