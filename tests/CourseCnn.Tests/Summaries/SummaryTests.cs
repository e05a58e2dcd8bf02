using System.Globalization;
using CourseCnn.Display;
using CourseCnn.Summaries;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Summaries;

public class SummaryTests
{
    static readonly SummaryColumn[] AllColumns = Enum.GetValues<SummaryColumn>();

    public static TheoryData<string> Tables => ["blocks", "all columns", "deep names", "without branches", "true mult-adds"];

    [Theory, MemberData(nameof(Tables))]
    public void A_table_looks_as_expected(string name) =>
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summaries", $"{name}.verified.txt")), Table(name).ToString());

    [Fact]
    public void The_numbers_are_there_for_code_to_use()
    {
        var summary = Plots.Summary(Models.Named("chapter: CNN"), (1, 100, 100));
        Assert.Equal((20_087, 20_087, 0), (summary.TotalParams, summary.TrainableParams, summary.NonTrainableParams));
        Assert.Equal(850_081, summary.TotalMultAdds);
        Assert.Equal(830_000, summary.TrueMultAdds);
        Assert.Equal(
            ["Sequential: 1-1", "Conv2d: 2-1", "ReLU: 2-2", "Conv2d: 2-3", "ReLU: 2-4", "Flatten: 2-5", "Linear: 2-6"],
            summary.Rows.Select(row => row.Name));
        Assert.Equal([270_000, 0, 540_000, 0, 0, 20_000], summary.Rows.Skip(1).Select(row => row.TrueMultAdds));
        Assert.Equal([-1, 3, 100, 100], summary.Rows[1].OutputSize);
        Assert.Equal(40_000 / 1024.0 / 1024.0, summary.InputSize);
        Assert.Equal(summary.InputSize + summary.ForwardBackwardSize + summary.ParamsSize, summary.EstimatedTotalSize);
    }

    [Fact]
    public void True_mult_adds_count_layers_too_deep_for_the_table_and_repeats()
    {
        var model = new Blocks();
        Assert.Equal(Plots.Summary(model, (1, 8, 8)).TrueMultAdds, Plots.Summary(model, (1, 8, 8), depth: 1).TrueMultAdds);
        Assert.Equal((2 * 2 * 9 + 2 * 2 * 9 + 2 * 9) * 64, Plots.Summary(model, (1, 8, 8)).TrueMultAdds - 128 * 2);
    }

    [Fact]
    public void A_container_at_the_deepest_level_shows_the_true_mult_adds_of_its_layers()
    {
        var summary = Plots.Summary(new Sequential(new Sequential(new Linear(4, 3), new Linear(3, 2))), 4, depth: 1, trueMultAdds: true);
        Assert.Equal(18, Assert.Single(summary.Rows).TrueMultAdds);
    }

    [Fact]
    public void The_model_stays_as_it_was()
    {
        var model = new Sequential(new BatchNorm2d(1), new Dropout(), new Flatten(), new Linear(16, 2));
        model[1].Eval();
        var before = model.StateDict().ToDictionary(named => named.Key, named => named.Value.Clone());

        Plots.Summary(model, (1, 4, 4));
        Assert.Equal([true, true, false, true, true], model.Modules().Select(module => module.Training));
        Assert.All(before, named => Close.Exactly(named.Value, model.StateDict()[named.Key]));
    }

    [Fact]
    public void A_layer_that_is_never_called_is_left_out() =>
        Assert.Equal(["Linear: 1-1"], Plots.Summary(new Idle(), 3).Rows.Select(row => row.Name));

    [Fact]
    public void A_layer_of_ones_own_can_say_how_much_it_does()
    {
        var summary = Plots.Summary(new Sequential(new Scale()), 5);
        Assert.Equal((1, 5), (summary.TotalParams, summary.TrueMultAdds));
    }

    [Theory]
    [InlineData(32768, "0.12")]
    [InlineData(32768 * 3, "0.38")]
    [InlineData(32769, "0.13")]
    public void Sizes_are_rounded_as_Python_does(int count, string expected) =>
        Assert.Contains($"Input size (MB): {expected}\n", Plots.Summary(new Flatten(), count).ToString());

    [Fact]
    public void A_billion_mult_adds_are_shown_in_giga() =>
        Assert.Contains("Total mult-adds (G): 1.00\n", Plots.Summary(new IdleConv(), 1).ToString());

    [Fact]
    public void A_notebook_gets_text_and_a_table()
    {
        var summary = Plots.Summary(new Sequential(new Linear(3, 2), new ReLU()), 3);
        var forms = Forms(summary);
        Assert.Equal(["text/plain", "text/html"], forms.Keys);
        Assert.Equal(summary.ToString(), forms["text/plain"]);
        Assert.Contains("""<td style="text-align: left; padding-left: 0.5em">Linear: 1-1</td>""", forms["text/html"]);
        Assert.Contains("""nowrap">[-1, 2]</td><td style="text-align: right; white-space: nowrap">8</td>""", forms["text/html"]);
        Assert.Contains("Total params: 8<br>", forms["text/html"]);
    }

    [Fact]
    public void An_input_that_does_not_fit_is_explained() => Assert.Equal(
        "Linear(3, 1) needs an input of 3 features in its last dimension, but got shape (2, 4): write Linear(4, 1). "
        + "Summary ran the model on a batch of 2, shape (2, 4), made from the input size (4), which is one input's, without the batch.",
        Assert.Throws<ArgumentException>(() => Plots.Summary(new Linear(3, 1), 4)).Message);

    [Fact]
    public void A_table_has_levels() => Assert.Equal(
        "Summary needs a depth of at least 1, but got 0: write for example depth: 3.",
        Assert.Throws<ArgumentException>(() => Plots.Summary(new Linear(3, 1), 3, depth: 0)).Message);

    [Fact]
    public void Another_culture_changes_nothing()
    {
        var (before, expected) = (CultureInfo.CurrentCulture, Forms(Table("all columns")));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Forms(Table("all columns")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static ModelSummary Table(string name) => name switch
    {
        "blocks" => Plots.Summary(new Blocks(), (1, 8, 8)),
        "all columns" => Plots.Summary(new Blocks(), (1, 8, 8), depth: 2, columns: AllColumns),
        "deep names" => Plots.Summary(Nested(5, new AVeryLongNameForALayer()), 3, depth: 6),
        "without branches" => Plots.Summary(new Blocks(), (1, 8, 8), columnWidth: 18, branching: false),
        "true mult-adds" => Plots.Summary(Models.Named("chapter: CNN"), (1, 100, 100), trueMultAdds: true),
        _ => throw new NotSupportedException(name),
    };

    static Module Nested(int levels, Module inner) => levels == 0 ? inner : new Sequential(Nested(levels - 1, inner));

    static Dictionary<string, string> Forms(ModelSummary summary) => new SummaryFormatterSource().CreateTypeFormatters()
        .Cast<DisplayFormatter<ModelSummary>>()
        .ToDictionary(formatter => formatter.MimeType, formatter =>
        {
            using var writer = new StringWriter();
            Assert.True(formatter.Format(summary, writer));
            return writer.ToString();
        });

    /// <summary>Calls modules of its own directly, one of them twice, and works on their results.</summary>
    sealed class Blocks : Module
    {
        readonly Conv2d start = new(1, 2, 3, padding: 1);
        readonly Residual residual = new();
        readonly Linear head = new(128, 2);

        protected override Tensor Forward(Tensor x) => head.Call(residual.Call(residual.Call(start.Call(x))).Flatten(1));

        sealed class Residual : Module
        {
            readonly Conv2d conv = new(2, 2, 3, padding: 1);

            protected override Tensor Forward(Tensor x) => x + conv.Call(x);
        }
    }

    sealed class AVeryLongNameForALayer : Module
    {
        protected override Tensor Forward(Tensor x) => x;
    }

    sealed class Idle : Module
    {
        readonly Linear used = new(3, 1);
        readonly Linear idle = new(3, 1);

        protected override Tensor Forward(Tensor x) => used.Call(x);

        public Tensor Other(Tensor x) => idle.Call(x);
    }

    /// <summary>What torch-summary takes for a convolution, by its name.</summary>
    sealed class IdleConv : Module
    {
        readonly Parameter weight = new(Tensor.Zeros(1_004));

        protected override Tensor Forward(Tensor x) => Tensor.Full((x.Shape[0], 1, 1_000, 1_000), weight.Count);
    }

    sealed class Scale : Module
    {
        readonly Parameter scale = new(Tensor.Of([2]));

        protected override Tensor Forward(Tensor x) => x * scale;

        protected internal override long MultAdds(Shape input, Shape output) => output.Count;
    }
}
