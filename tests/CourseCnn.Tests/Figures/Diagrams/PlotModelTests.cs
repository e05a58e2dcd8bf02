using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CourseCnn.Figures.Drawing;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Diagrams;

public class PlotModelTests
{
    static readonly Lazy<Figure> alexNet = new(() => Plots.PlotModel(new Networks.AlexNet(), (3, 224, 224)));

    [Fact]
    public void AlexNet_has_the_parameters_that_torchvision_counts()
    {
        var texts = string.Join(' ', Drawn.Texts(alexNet.Value));
        Assert.Contains(
            "23,296 + 307,392 + 663,936 + 884,992 + 590,080 + 37,752,832 + 16,781,312 + 4,097,000 = 61,100,840", texts);
        Assert.EndsWith("In all 61,100,840 parameters.", alexNet.Value.Alt);
    }

    [Fact]
    public void Each_station_says_kernel_tags_size_and_parameters()
    {
        Assert.StartsWith("AlexNet, from layer to layer", alexNet.Value.Alt);
        Assert.Contains("; Conv2d, 11 × 11, stride 4, padding 2 with ReLU, 64 × 55 × 55, 23,296 parameters; "
            + "MaxPool2d, 3 × 3, stride 2, 64 × 27 × 27;",
            alexNet.Value.Alt);
        Assert.Contains("; Linear with ReLU and Dropout, 4,096, 37,752,832 parameters;", alexNet.Value.Alt);
        Assert.All(["Conv2d", "11 × 11, stride 4", "padding 2", "64 × 55 × 55", "23,296", "ReLU", "Dropout"],
            text => Assert.Contains(text, Drawn.Texts(alexNet.Value)));
    }

    [Fact]
    public void The_pooled_cnn_adds_up() =>
        Assert.Contains("30 + 56 + 1,251 = 1,337", Drawn.Texts(Plots.PlotModel(Networks.Pooled(), (1, 100, 100))));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(100)]
    public void Any_number_of_layers_wraps_into_rows(int layers)
    {
        var figure = (CanvasFigure)Plots.PlotModel(Networks.Deep(layers), (2, 8, 8));
        Assert.Equal(layers, Drawn.Texts(figure).Count(text => text == "Conv2d"));
        Assert.Equal(720, figure.Width);
        Assert.All(Drawn.Elements(figure, "text"), text => Assert.InRange((double)text.Attribute("x")!, 0, 720));
        Assert.All(Drawn.Elements(figure, "text"), text => Assert.InRange((double)text.Attribute("y")!, 0, figure.Height));
    }

    [Theory]
    [InlineData(3, new[] { 4 })]
    [InlineData(4, new[] { 2, 3 })]
    [InlineData(6, new[] { 3, 4 })]
    [InlineData(12, new[] { 3, 3, 3, 4 })]
    public void Rows_are_evenly_filled(int layers, int[] rows) => Assert.Equal(
        rows,
        Names(Plots.PlotModel(Networks.Deep(layers), (2, 8, 8))).GroupBy(name => (string?)name.Attribute("y")).Select(row => row.Count()));

    [Fact]
    public void A_row_leads_into_the_next_inside_the_drawing()
    {
        var figure = Plots.PlotModel(Networks.Deep(12), (2, 8, 8));
        var ways = Drawn.Elements(figure, "path").Where(path => ((string)path.Attribute("d")!).Contains('q')).ToList();
        Assert.Equal(3, ways.Count);
        var places = ways.Concat(Drawn.Elements(figure, "polygon"))
            .SelectMany(line => Regex.Matches((string?)line.Attribute("d") ?? (string)line.Attribute("points")!, @"[MH]?[\d.]+"))
            .Where(match => match.Value[0] is 'M' or 'H').Select(match => double.Parse(match.Value[1..], CultureInfo.InvariantCulture));
        Assert.All(places, x => Assert.InRange(x, 8, 712));

        // Into each new row an arrow leads, and only where no kernel's lines do.
        Assert.Equal(3, Drawn.Elements(figure, "polygon").Count);
    }

    [Fact]
    public void Every_window_on_a_block_has_lines_that_leave_it()
    {
        var figure = Plots.PlotModel(Networks.Deep(12), (2, 8, 8));
        Assert.Equal(12, Drawn.Elements(figure, "rect").Count(rect => (string?)rect.Attribute("class") == "b0"));
        Assert.Equal(2 * 12, Drawn.Edges(figure, "l0"));
    }

    [Theory]
    [InlineData(20, 3, 8, 3)]
    [InlineData(5, 1, 5, 1)]
    [InlineData(30, 30, 8, 6)]
    public void Every_number_feeds_every_node(int numbers, int nodes, int cells, int circles)
    {
        var model = new Sequential(new Flatten(), new Linear(numbers, nodes));
        var figure = Plots.PlotModel(model, (1, numbers, 1));
        Assert.Equal(cells * circles, Drawn.Edges(figure, "l3"));

        // Dots say that there are more numbers than boxes, or more nodes than circles.
        Assert.Equal(numbers > cells ? 3 : 0, Drawn.Elements(figure, "circle").Count(dot => (string?)dot.Attribute("class") == "s1"));
        Assert.Equal(nodes > circles ? 3 : 0, Drawn.Elements(figure, "circle").Count(dot => (string?)dot.Attribute("class") == "s3"));
    }

    [Fact]
    public void Every_number_feeds_every_node_from_row_to_row_too()
    {
        var model = new Sequential([.. Enumerable.Range(0, 5).Select(Module (_) => new Linear(3, 3))]);
        Assert.Equal(4 * 9 + 3 + 3, Drawn.Edges(Plots.PlotModel(model, 3), "l3"));
    }

    [Fact]
    public void Sizes_side_by_side_leave_a_gap_on_a_narrow_page()
    {
        var texts = Drawn.Elements(alexNet.Value, "text").Where(text => text.Value.Count(letter => letter == '×') == 2);
        foreach (var row in texts.GroupBy(text => (string?)text.Attribute("y")))
        {
            var ends = 20.0;
            foreach (var text in row)
            {
                var (x, half) = ((double)text.Attribute("x")!, TextWidth.Of(text.Value, TypeSize.Small.Narrow) / 2);
                Assert.True(x - half >= ends, $"{text.Value} begins at {x - half}, before {ends}.");
                ends = x + half + 12;
            }

            Assert.InRange(ends, 0, 712);
        }
    }

    [Fact]
    public void A_title_stands_above_and_is_heard_first()
    {
        var model = new Sequential(new Linear(2, 1));
        var figure = Plots.PlotModel(model, 2, title: "A single neuron");
        Assert.Equal("A single neuron", Drawn.Texts(figure)[0]);
        Assert.StartsWith("A single neuron, from layer to layer", figure.Alt);
        Assert.Equal("A single neuron", Assert.Single(Drawn.Elements(figure, "title")).Value);
        Assert.Equal("Sequential", Drawn.Texts(Plots.PlotModel(model, 2))[0]);
        Assert.Equal("Sequential", Drawn.Texts(Plots.PlotModel(model, 2, title: " "))[0]);
    }

    [Fact]
    public void A_layer_called_twice_counts_once_and_an_unknown_layer_is_drawn_by_its_name()
    {
        var figure = Plots.PlotModel(new Sequential(new Conv2d(2, 2, 3, padding: 1), new Networks.Again()), (2, 8, 8));
        Assert.Contains("In all 76", string.Join(' ', Drawn.Texts(figure)));
        Assert.Contains("Halve", Drawn.Texts(figure));
        Assert.Contains("2 × 2", Drawn.Texts(figure));
    }

    [Fact]
    public void A_model_of_numbers_only_is_drawn_too() => Assert.Contains(
        "Input, 8; Linear with ReLU, 4, 36 parameters; Linear, 1, 5 parameters",
        Plots.PlotModel(new Sequential(new Linear(8, 4), new ReLU(), new Linear(4, 1)), 8).Alt);

    [Fact]
    public void The_model_is_afterwards_as_it_was()
    {
        var norm = new BatchNorm2d(2);
        var dropout = new Dropout();
        var model = new Sequential(new Conv2d(1, 2, 3), norm, new Sequential(dropout));
        dropout.Eval();
        var mean = norm.RunningMean!.Span.ToArray();
        Plots.PlotModel(model, (1, 5, 5));
        Assert.True(model.Training && norm.Training && !dropout.Training);
        Assert.Equal(mean, norm.RunningMean!.Span.ToArray());
        Assert.Equal(0, norm.NumBatchesTracked!.Item());
    }

    [Fact]
    public void A_model_that_fails_is_afterwards_as_it_was_too()
    {
        var model = Networks.Pooled();
        Assert.Throws<ArgumentException>(() => Plots.PlotModel(model, (3, 100, 100)));
        Assert.True(model.Training && model.Modules().All(module => module.Training));
    }

    [Fact]
    public void A_shape_has_pixels() => Assert.Contains(
        "(1, 100, 100)", Assert.Throws<ArgumentException>(() => Plots.PlotModel(Networks.Pooled(), new Shape())).Message);

    [Fact]
    public void The_same_is_drawn_every_time_and_in_every_culture()
    {
        Figure Make() => Plots.PlotModel(Networks.Pooled(), (1, 100, 100));
        Assert.Equal(Make().ToHtml() + Make().Alt, Drawn.InGerman(Make));
    }

    static IEnumerable<XElement> Names(Figure figure) =>
        Drawn.Elements(figure, "text").Where(text => text.Value is "Input" or "Conv2d");
}
