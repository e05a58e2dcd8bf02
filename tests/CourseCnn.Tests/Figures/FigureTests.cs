using System.Buffers.Binary;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StbImageSharp;

namespace CourseCnn.Tests;

public class FigureTests
{
    static readonly Tensor Image = new([.. Enumerable.Range(0, 60).Select(index => index * 37 % 101 / 50f - 0.5f)], (6, 10));
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_svg_stands_alone_and_says_what_it_shows()
    {
        var figure = Panels(2);
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
        var png = Png(Plots.PlotImage(Image));
        var (min, max) = (Image.Span.ToArray().Min(), Image.Span.ToArray().Max());
        Assert.Equal((10, 6), (png.Width, png.Height));
        Assert.Equal(Image.Span.ToArray().Select(value => (byte)Math.Round(255.0 * (value - min) / (max - min))), png.Data);
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

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    [InlineData(9, 3)]
    [InlineData(65, 5)]
    public void Any_number_of_panels_wraps_into_even_rows_inside_the_card(int count, int columns)
    {
        var grid = PanelGrid.Of(Panels(count));
        Assert.Equal(count, grid.Cells.Count);
        Assert.Equal(columns, grid.Cells.Select(cell => cell.X).Distinct().Count());
        Assert.All(grid.Cells, cell =>
        {
            Assert.InRange(cell.X, 1, grid.Width - cell.Width - 1);
            Assert.InRange(cell.Y, 1, grid.Height - cell.Height - 1);
        });
    }

    [Fact]
    public void A_long_title_is_broken_into_lines_that_fit()
    {
        var word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        var grid = PanelGrid.Of(Plots.PlotImage(Image, $"A title of many words, and one {word}"));
        var lines = Assert.Single(grid.Cells).Title;
        Assert.True(lines.Count > 2);
        Assert.All(lines, line => Assert.True(TextWidth.Of(line, grid.NarrowTitleSize) <= grid.Width - 40));
    }

    [Fact]
    public void A_title_with_markup_is_text_everywhere()
    {
        var figure = Plots.PlotImage(Image, "a < b & </script><script>alert('1')</script>");
        Assert.Contains("a < b & </script>", XElement.Parse(figure.ToSvg()).Value);
        var html = figure.ToHtml();
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script"));
        Assert.DoesNotContain("<script", figure.ToPlotlyJson());
    }

    [Fact]
    public void Plotly_gets_the_very_numbers_of_the_tensor()
    {
        var z = Plotly(Plots.PlotImage(Image)).GetProperty("data")[0].GetProperty("z");
        Assert.Equal(("f4", "6,10"), (z.GetProperty("dtype").GetString(), z.GetProperty("shape").GetString()));
        Assert.Equal(Image.Span.ToArray(), Floats(z));
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
        var figure = new PictureFigure([Panel("Original", (200, 200)), Panel("Bordered", (151, 151)), Panel("Strided", (67, 67))]);
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
        var figure = Plots.PlotImage(Image, "Title", axis);
        Assert.Equal(texts, XElement.Parse(figure.ToSvg()).Elements(Svg + "text").Count());
        Assert.Equal(axis, !Plotly(figure).GetProperty("layout").GetProperty("xaxis").TryGetProperty("visible", out _));
    }

    [Fact]
    public void Many_panels_of_one_size_are_told_together() => Assert.Equal(
        "7 pictures side by side: \"Original\" to \"Filter 6\", grey pictures, each 6 pixels high and 10 wide, values from −0.5 to 1.5.",
        Panels(7).Alt);

    [Fact]
    public void Different_figures_have_different_ids_and_equal_ones_the_same()
    {
        Assert.Equal(Panels(2).Id, Panels(2).Id);
        Figure[] others = [Panels(2), Panels(3), Plots.PlotImage(Image), Plots.PlotImage(Image, axis: true), Plots.PlotImage(Image, "a")];
        Assert.Distinct(others.Select(figure => figure.Id));
    }

    [Fact]
    public void A_notebook_is_offered_four_forms_in_order()
    {
        var attribute = (TypeFormatterSourceAttribute)Attribute.GetCustomAttribute(
            typeof(PictureFigure), typeof(TypeFormatterSourceAttribute))!;
        string[] types = ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"];
        Assert.Equal(types, attribute.PreferredMimeTypes);

        // As a kernel does that knows nothing but the names.
        var source = Activator.CreateInstance(attribute.FormatterSourceType)!;
        var formatters = ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).ToList();
        Assert.Equal(types, formatters.Select(formatter => (string?)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)));
        var figure = Panels(2);
        string[] texts = [figure.ToPlotlyJson(), figure.ToHtml(), figure.ToSvg(), figure.Alt];
        foreach (var (formatter, text) in formatters.Zip(texts))
        {
            var writer = new StringWriter();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [figure, writer]));
            Assert.Equal(text, writer.ToString());
        }
    }

    [Fact]
    public void Saving_replaces_a_file_and_leaves_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("figure");
        try
        {
            var file = Path.Combine(folder.FullName, "new", "figure.SVG");
            Panels(3).Save(file);
            Panels(2).Save(file);
            Assert.Equal(Panels(2).ToSvg(), File.ReadAllText(file));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("figure.png", "ends in .png")]
    [InlineData("figure", "has no such ending")]
    public void Another_kind_of_file_is_refused_with_a_name_that_works(string file, string reason)
    {
        var message = Assert.Throws<ArgumentException>(() => Panels(1).Save(file)).Message;
        Assert.Contains(reason, message);
        Assert.Contains("\"figure.svg\"", message);
    }

    static Panel Panel(string title, Shape shape) =>
        new(title, PixelGrid.Of(new Tensor([.. Enumerable.Range(0, shape.Count)], shape), "Test"), Axis: false);

    static PictureFigure Panels(int count) => new([.. Enumerable.Range(0, count).Select(index =>
        new Panel(index == 0 ? "Original" : $"Filter {index}", PixelGrid.Of(Image, "Test"), Axis: false))]);

    static ImageResult Png(Figure figure)
    {
        var uri = (string)XElement.Parse(figure.ToSvg()).Element(Svg + "image")!.Attribute("href")!;
        return ImageResult.FromMemory(Convert.FromBase64String(uri.Split(',')[1]));
    }

    static JsonElement Plotly(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    static float[] Floats(JsonElement encoded)
    {
        var bytes = Convert.FromBase64String(encoded.GetProperty("bdata").GetString()!);
        return [.. bytes.Chunk(4).Select(chunk => BinaryPrimitives.ReadSingleLittleEndian(chunk))];
    }
}
