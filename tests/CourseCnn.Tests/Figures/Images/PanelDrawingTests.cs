using System.Text.RegularExpressions;
using System.Xml.Linq;
using CourseCnn.Figures.Drawing;
using StbImageSharp;

namespace CourseCnn.Tests.Figures.Images;

public class PanelDrawingTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_svg_stands_alone_and_says_what_it_shows()
    {
        var figure = Pictures.Panels(2);
        var svg = XElement.Parse(figure.ToSvg());
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(figure.Alt, svg.Element(Svg + "desc")!.Value);
        Assert.Equal(["Original", "Filter 1"], svg.Elements(Svg + "text").Select(text => text.Value));
        Assert.All(svg.Elements(Svg + "image"), image => Assert.StartsWith("data:image/png;base64,", (string?)image.Attribute("href")));
        Assert.DoesNotContain("http", figure.ToSvg().Replace(Svg.NamespaceName, ""));
    }

    [Fact]
    public void The_svg_holds_the_pixels_as_shades_from_the_smallest_to_the_largest()
    {
        var png = Png(Plots.PlotImage(Pictures.Ramp));
        var (min, max) = (Pictures.Ramp.Span.ToArray().Min(), Pictures.Ramp.Span.ToArray().Max());
        Assert.Equal((10, 6), (png.Width, png.Height));
        Assert.Equal(Pictures.Ramp.Span.ToArray().Select(value => (byte)Math.Round(255.0 * (value - min) / (max - min))), png.Data);
    }

    [Fact]
    public void A_colour_picture_in_0_to_1_is_drawn_as_it_is() => Assert.Equal(
        [51, 102, 153], Png(Plots.PlotImage(new Tensor([0.2f, 0.4f, 0.6f], (3, 1, 1)))).Data);

    [Fact]
    public void A_colour_picture_beyond_0_to_1_is_scaled_with_all_its_channels_together() => Assert.Equal(
        [0, 64, 255], Png(Plots.PlotImage(new Tensor([-1, 0, 3], (3, 1, 1)))).Data);

    [Fact]
    public void A_picture_of_one_value_is_mid_grey() => Assert.Equal(
        [128, 128], Png(Plots.PlotImage(new Tensor([7, 7], (1, 2)))).Data);

    [Fact]
    public void A_pixel_without_a_value_is_no_grey()
    {
        var png = Png(Plots.PlotImage(new Tensor([0, float.NaN, 1], (1, 3))));
        Assert.Equal([0, 0, 0, Theme.Missing.Red, Theme.Missing.Green, Theme.Missing.Blue, 255, 255, 255], png.Data);
    }

    [Fact]
    public void A_title_with_markup_is_text_everywhere()
    {
        var figure = Plots.PlotImage(Pictures.Ramp, "a < b & </script><script>alert('1')</script>");
        Assert.Contains("a < b & </script>", XElement.Parse(figure.ToSvg()).Value);
        var html = figure.ToHtml();
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script"));
        Assert.DoesNotContain("<script", figure.ToPlotlyJson());
    }

    static ImageResult Png(Figure figure)
    {
        var uri = (string)XElement.Parse(figure.ToSvg()).Element(Svg + "image")!.Attribute("href")!;
        return ImageResult.FromMemory(Convert.FromBase64String(uri.Split(',')[1]));
    }
}
