using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Images;

public class PlotChannelsTests
{
    static readonly Tensor Colour = Drawn.Ramp((3, 12, 10));

    [Fact]
    public void A_colour_picture_is_shown_with_its_three_channels()
    {
        var panels = Plots.PlotChannels(Colour).Panels;
        Assert.Equal(["Colour", "Red", "Green", "Blue"], panels.Select(panel => panel.Title));
        Assert.Equal(Colour[1].Span.ToArray(), panels[2].Picture.Values.ToArray());
    }

    [Fact]
    public void A_grey_picture_is_one_channel_already() => Assert.Contains(
        "PlotImage(image)", Assert.Throws<ArgumentException>(() => Plots.PlotChannels(Colour[0])).Message);
}
