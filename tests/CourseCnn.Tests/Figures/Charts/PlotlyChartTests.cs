using System.Buffers.Binary;
using System.Text.Json;
using System.Xml.Linq;
using CourseCnn.Figures.Charts;
using CourseCnn.Tests.Figures.Images;

namespace CourseCnn.Tests.Figures.Charts;

public class PlotlyChartTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Plotly_gets_the_very_numbers_of_the_tensor()
    {
        var z = Plotly(Plots.PlotImage(Pictures.Ramp)).GetProperty("data")[0].GetProperty("z");
        Assert.Equal(("f4", "6,10"), (z.GetProperty("dtype").GetString(), z.GetProperty("shape").GetString()));
        Assert.Equal(Pictures.Ramp.Span.ToArray(), Floats(z));
    }

    [Fact]
    public void Plotly_gets_a_large_picture_from_a_file_as_bytes()
    {
        var shades = Enumerable.Range(0, 64 * 64).Select(index => (byte)(index % 200)).ToArray();
        var trace = Plotly(Plots.PlotImage(new Tensor([.. shades.Select(shade => shade / 255f)], (64, 64)))).GetProperty("data")[0];
        Assert.Equal("u1", trace.GetProperty("z").GetProperty("dtype").GetString());
        Assert.Equal(shades, Convert.FromBase64String(trace.GetProperty("z").GetProperty("bdata").GetString()!));
        Assert.Equal((0, 199), (trace.GetProperty("zmin").GetDouble(), Math.Round(trace.GetProperty("zmax").GetDouble(), 4)));
        Assert.Contains("value %{z}/255", trace.GetProperty("hovertemplate").GetString());
    }

    [Fact]
    public void Plotly_gets_the_numbers_of_a_filtered_colour_picture_beside_its_shades()
    {
        var trace = Plotly(Plots.PlotImage(new Tensor([-1, 1, 0, 2, 3, 4], (3, 1, 2)))).GetProperty("data")[0];
        Assert.Equal("image", trace.GetProperty("type").GetString());
        Assert.Equal([-1, 0, 3, 1, 2, 4], Floats(trace.GetProperty("customdata")));
    }

    [Fact]
    public void Plotly_links_panels_of_one_scale_and_leaves_a_strided_one_alone()
    {
        var figure = new PictureFigure(
            [Pictures.Panel("Original", (200, 200)), Pictures.Panel("Bordered", (151, 151)), Pictures.Panel("Strided", (67, 67))]);
        var layout = Plotly(figure).GetProperty("layout");
        Assert.Equal("x", layout.GetProperty("yaxis").GetProperty("scaleanchor").GetString());
        Assert.Equal("x", layout.GetProperty("xaxis2").GetProperty("matches").GetString());
        Assert.Equal("y", layout.GetProperty("yaxis2").GetProperty("matches").GetString());
        Assert.False(layout.GetProperty("xaxis3").TryGetProperty("matches", out _));
        Assert.Equal("x3", layout.GetProperty("yaxis3").GetProperty("scaleanchor").GetString());
        Assert.Equal([199.5, -0.5], layout.GetProperty("yaxis2").GetProperty("range").EnumerateArray().Select(end => end.GetDouble()));
    }

    [Theory]
    [InlineData(true, 1 + 6 + 10)]
    [InlineData(false, 1)]
    public void Axes_are_numbered_when_asked_for(bool axis, int texts)
    {
        var figure = Plots.PlotImage(Pictures.Ramp, "Title", axis);
        Assert.Equal(texts, XElement.Parse(figure.ToSvg()).Elements(Svg + "text").Count());
        Assert.Equal(axis, !Plotly(figure).GetProperty("layout").GetProperty("xaxis").TryGetProperty("visible", out _));
    }

    static JsonElement Plotly(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    static float[] Floats(JsonElement encoded)
    {
        var bytes = Convert.FromBase64String(encoded.GetProperty("bdata").GetString()!);
        return [.. bytes.Chunk(4).Select(chunk => BinaryPrimitives.ReadSingleLittleEndian(chunk))];
    }
}
