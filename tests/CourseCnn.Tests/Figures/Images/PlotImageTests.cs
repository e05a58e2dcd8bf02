using System.Globalization;

namespace CourseCnn.Tests.Figures.Images;

public class PlotImageTests
{
    static readonly Tensor Ramp = new([0, 0.25f, 0.5f, 0.75f, 1, 0.4824f], (2, 3));

    [Fact]
    public void The_alt_text_says_size_and_values() => Assert.Equal(
        "Grey picture \"Ramp\", 2 pixels high and 3 wide, values from 0 to 1.", Plots.PlotImage(Ramp, "Ramp").Alt);

    [Theory]
    [InlineData(new[] { 2, 3 })]
    [InlineData(new[] { 1, 2, 3 })]
    [InlineData(new[] { 1, 1, 2, 3 })]
    public void A_grey_picture_may_have_a_channel_and_a_batch_of_one(int[] shape) =>
        Assert.Equal(Plots.PlotImage(Ramp).ToSvg(), Plots.PlotImage(new Tensor(Ramp.Storage, shape)).ToSvg());

    [Fact]
    public void Changing_the_tensor_afterwards_does_not_change_the_figure()
    {
        var tensor = new Tensor([0, 1], (1, 2));
        var figure = Plots.PlotImage(tensor);
        tensor.Span[0] = 7;
        Assert.Equal(Plots.PlotImage(new Tensor([0, 1], (1, 2))).ToSvg(), figure.ToSvg());
    }

    [Theory]
    [InlineData(new[] { 6 }, "Reshape it to (height, width)")]
    [InlineData(new[] { 2, 1, 3 }, "Permute(2, 0, 1)")]
    [InlineData(new[] { 2, 3, 4 }, "image[0]")]
    [InlineData(new[] { 2, 1, 3, 4 }, "image[0]")]
    [InlineData(new[] { 1, 1, 1, 2, 3 }, "two or three dimensions")]
    [InlineData(new[] { 3, 0 }, "no pixels")]
    public void A_tensor_that_is_no_picture_is_refused_in_a_sentence(int[] shape, string advice)
    {
        var tensor = new Tensor(new float[((Shape)shape).Count], shape);
        var error = Assert.Throws<ArgumentException>(() => Plots.PlotImage(tensor));
        Assert.Contains(((Shape)shape).ToString(), error.Message);
        Assert.Contains(advice, error.Message);
    }

    [Fact]
    public void A_picture_of_NaN_only_is_refused_in_a_sentence() => Assert.Contains("every pixel is NaN",
        Assert.Throws<ArgumentException>(() => Plots.PlotImage(new Tensor([float.NaN, float.NaN], (1, 2)))).Message);

    [Fact]
    public void Pixels_without_a_value_are_counted_in_the_alt_text() => Assert.Equal(
        "Grey picture, 1 pixel high and 4 wide, values from 1 to 2, and 2 pixels without a value (NaN or infinite), drawn light blue.",
        Plots.PlotImage(new Tensor([1, float.NaN, 2, float.PositiveInfinity], (1, 4))).Alt);

    [Fact]
    public void A_figure_is_the_same_bytes_each_time_and_in_every_culture()
    {
        static string All() => string.Concat(new[] { Plots.PlotImage(Ramp, "Ramp", axis: true) }
            .Select(figure => figure.ToSvg() + figure.ToHtml() + figure.ToPlotlyJson() + figure));
        var first = All();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(first, All());
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(first, All());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
