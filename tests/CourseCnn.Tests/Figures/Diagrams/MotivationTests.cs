using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Diagrams;

public class MotivationTests
{
    static readonly Tensor Image = Drawn.Ramp6;

    [Fact]
    public void The_counts_are_those_of_the_layers_and_fall_from_step_to_step()
    {
        var hidden = Plots.PlotFullyConnected(Image, hidden: 9);
        var local = Plots.PlotLocalPatches(Image, patch: 2);
        var grid = Plots.PlotHiddenGrid(Image, patch: 2);
        var shared = Plots.PlotSharedWeights(Image, patch: 2);
        var filters = Plots.PlotFilters(Image, patch: 2, filters: 3);

        Assert.Equal(Parameters(new Linear(36, 9)), Total(hidden));
        Assert.Equal(9 * Parameters(new Linear(4, 1)), Total(local));
        Assert.Equal(Total(local), Total(grid));
        Assert.Equal(Parameters(new Conv2d(1, 1, 2)), Total(shared));
        Assert.Equal(Parameters(new Conv2d(1, 3, 2)), Total(filters));
        Assert.True(Total(hidden) > Total(local) && Total(grid) > Total(filters) && Total(filters) > Total(shared));
    }

    [Fact]
    public void The_count_is_written_out_with_what_it_saves()
    {
        Assert.Contains("9 hidden nodes × (36 weights + 1 bias) = 333", Drawn.Texts(Plots.PlotFullyConnected(Image, hidden: 9)));
        var shared = Drawn.Texts(Plots.PlotSharedWeights(Image, patch: 2));
        Assert.Contains("4 shared weights + 1 shared bias = 5", shared);
        Assert.Contains("Fully connected, these 9 hidden nodes need 333.", shared);
    }

    [Fact]
    public void Every_pixel_feeds_every_hidden_node_when_fully_connected()
    {
        var figure = Plots.PlotFullyConnected(Image, hidden: 4);
        Assert.Equal(36, Drawn.Edges(figure, "l0"));
        Assert.Equal(3 * 36, Drawn.Edges(figure, "faint"));
    }

    [Fact]
    public void A_patch_feeds_its_own_hidden_node_only()
    {
        var figure = Plots.PlotLocalPatches(Image, patch: (2, 3));
        Assert.Equal(6, Drawn.Edges(figure, "l0"));
        Assert.Equal(5 * 6, Drawn.Edges(figure, "line"));
        Assert.Equal(25 * 4, Edges(Plots.PlotLocalPatches(Image, patch: 2, stride: 1), "l0", "line"));
        Assert.Equal(9 * 4, Edges(Plots.PlotHiddenGrid(Image, patch: 2), "l0", "line"));
    }

    [Fact]
    public void Each_shared_weight_has_edges_of_its_own_look()
    {
        var figure = Plots.PlotSharedWeights(Image, patch: 3, stride: 1);
        var looks = Drawn.Elements(figure, "path")
            .Where(path => ((string)path.Attribute("class")!)[0] == 'l' && (string?)path.Attribute("class") != "line")
            .Select(path => ((string?)path.Attribute("class"), (string?)path.Attribute("stroke-dasharray"),
                ((string)path.Attribute("d")!).Count(letter => letter == 'L')))
            .ToList();
        Assert.Equal(9, looks.Count);
        Assert.Equal(9, looks.Select(look => (look.Item1, look.Item2)).Distinct().Count());
        Assert.All(looks, look => Assert.Equal(16, look.Item3));
        Assert.Contains("w₉", Drawn.Texts(figure));
    }

    [Theory]
    [InlineData(8, 8, 2, 2, 0)]
    [InlineData(8, 8, 3, 3, 1)]
    [InlineData(8, 3, 2, 2, 1)]
    [InlineData(3, 8, 2, 3, 1)]
    public void The_shared_filter_covers_no_line(int height, int width, int rows, int columns, int stride)
    {
        var figure = Plots.PlotSharedWeights(Drawn.Ramp((height, width)), (rows, columns), stride == 0 ? null : stride);
        var key = Assert.Single(Drawn.Elements(figure, "rect"), rect => (string?)rect.Attribute("class") == "key");
        var (left, right) = (Number(key, "x"), Number(key, "x") + Number(key, "width"));
        var bottom = Number(key, "y") + Number(key, "height");
        var lines = Drawn.Elements(figure, "path").Where(path => ((string)path.Attribute("class")!)[0] == 'l')
            .SelectMany(path => Regex.Matches((string)path.Attribute("d")!, @"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)")).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var (x1, y1, x2, y2) = (Group(line, 1), Group(line, 2), Group(line, 3), Group(line, 4));
            foreach (var x in new[] { left, (left + right) / 2, right }.Where(x => x >= x1 && x <= x2))
                Assert.InRange(y1 + (y2 - y1) * (x - x1) / (x2 - x1), bottom, 2000);
        });

        static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
        static double Group(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_dot_marks_each_pixel_that_lines_leave_in_their_colour_where_it_has_one()
    {
        Assert.Equal(4, Dots(Plots.PlotHiddenGrid(Image, patch: 2), "l0"));
        Assert.Equal(32, Dots(Plots.PlotHiddenGrid(Image, patch: 2), "line"));
        Assert.All(["l0", "l1", "l2", "l3"], colour => Assert.Equal(9, Dots(Plots.PlotSharedWeights(Image, patch: 2), colour)));
        Assert.Equal(36, Dots(Plots.PlotSharedWeights(Image, patch: 2, stride: 1), "line"));

        static int Dots(Figure figure, string style) => Drawn.Elements(figure, "path")
            .Where(path => (string?)path.Attribute("class") == style && (string?)path.Attribute("stroke-linecap") == "round")
            .Sum(path => Regex.Count((string)path.Attribute("d")!, "h0"));
    }

    [Fact]
    public void Filters_are_different_and_each_makes_a_map()
    {
        var figure = Plots.PlotFilters(Image, patch: 2, filters: 4);
        var pictures = Drawn.Elements(figure, "image").Select(image => (string?)image.Attribute("href")).ToList();
        Assert.Equal(1 + 2 * 4, pictures.Count);
        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }

    [Fact]
    public void A_listener_is_told_what_is_drawn_and_the_count() => Assert.Equal(
        "A picture of 6 by 6 pixels stands before a grid of 3 by 3 hidden nodes. The lines from each patch to its node carry the same 4 "
        + "weights everywhere, one colour for each. Parameters: 4 shared weights + 1 shared bias = 5. "
        + "Fully connected, these 9 hidden nodes need 333.",
        Plots.PlotSharedWeights(Image, patch: 2).Alt);

    [Fact]
    public void A_picture_of_many_pixels_is_no_diagram() => Throws(
        () => Plots.PlotFullyConnected(Tensor.Zeros((100, 100)), 4), "at most 8 x 8", "100 x 100", "image.Resize(6, 6)");

    [Fact]
    public void A_colour_picture_has_more_numbers_than_pixels() => Throws(
        () => Plots.PlotHiddenGrid(Tensor.Zeros((3, 6, 6)), 2), "(3, 6, 6)", "image.ToGrey()");

    [Fact]
    public void A_patch_lies_on_the_picture() => Throws(() => Plots.PlotLocalPatches(Image, 7), "6 x 6", "got 7", "patch: 2");

    [Fact]
    public void A_stride_is_positive() => Throws(() => Plots.PlotSharedWeights(Image, 2, stride: 0), "stride of at least 1");

    [Fact]
    public void Hidden_nodes_are_counted_from_one() => Throws(() => Plots.PlotFullyConnected(Image, 0), "from 1 to 36", "got 0");

    [Fact]
    public void Many_weights_cannot_be_told_apart() => Throws(() => Plots.PlotSharedWeights(Image, 4), "at most 9 weights", "16");

    [Fact]
    public void There_are_only_so_many_different_filters() => Throws(() => Plots.PlotFilters(Image, 2, filters: 5), "from 1 to 4", "got 5");

    [Fact]
    public void The_same_is_drawn_every_time_and_in_every_culture()
    {
        Figure Make() => Plots.PlotFilters(Image, patch: 2, filters: 3);
        Assert.Equal(Make().ToHtml() + Make().Alt, Drawn.InGerman(Make));
    }

    static int Edges(Figure figure, params string[] styles) => styles.Sum(style => Drawn.Edges(figure, style));

    static long Parameters(Module layer) => layer.Parameters().Sum(parameter => (long)parameter.Count);

    /// <summary>The number behind the last equals sign of the sum.</summary>
    static long Total(Figure figure) => long.Parse(
        Drawn.Texts(figure).Last(text => text.Contains(" = ")).Split(" = ")[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    static void Throws(Action action, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
