using System.Globalization;
using System.Xml.Linq;
using CourseCnn.Figures.Drawing;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Diagrams;

public class PlotFeatureMapsTests
{
    [Fact]
    public void Feature_maps_are_shown_layer_by_layer()
    {
        var figure = Plots.PlotFeatureMaps(Networks.Pooled(), Drawn.Ramp((100, 100)));
        Assert.Equal(1 + 3 + 3 + 3 + 2 + 2 + 2, Drawn.Elements(figure, "image").Count);
        Assert.Equal(["Conv2d", "ReLU", "MaxPool2d", "Conv2d", "ReLU", "MaxPool2d"],
            Drawn.Texts(figure).Where(text => text is "Conv2d" or "ReLU" or "MaxPool2d"));
        Assert.Contains("MaxPool2d, 2 × 25 × 25", figure.Alt);
    }

    [Fact]
    public void Of_many_feature_maps_some_are_shown()
    {
        var figure = Plots.PlotFeatureMaps(new Conv2d(3, 64, 3), Drawn.Ramp((3, 20, 30)));
        Assert.Equal(1 + 5, Drawn.Elements(figure, "image").Count);
        Assert.Contains("5 of 64", Drawn.Texts(figure));
    }

    [Theory]
    [InlineData(1, 170)]
    [InlineData(3, 165)]
    [InlineData(64, 90)]
    public void Feature_maps_are_as_large_as_there_is_room(int maps, double least)
    {
        var figure = (CanvasFigure)Plots.PlotFeatureMaps(new Conv2d(1, maps, 3), Drawn.Ramp((20, 20)));
        var images = Drawn.Elements(figure, "image");
        Assert.All(images, image => Assert.InRange(Number(image, "width"), least, 172));
        Assert.InRange(figure.Width - images.Max(image => Number(image, "x") + Number(image, "width")), 20, maps == 1 ? 140 : 21);

        static double Number(XElement image, string name) => double.Parse((string)image.Attribute(name)!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_model_without_maps_has_none_to_show() => Assert.Contains(
        "Conv2d", Assert.Throws<ArgumentException>(() => Plots.PlotFeatureMaps(new Flatten(), Drawn.Ramp6)).Message);
}
