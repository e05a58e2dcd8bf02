using CourseCnn.Display;
using CourseCnn.Summaries;
using CsCheck;

namespace CourseCnn.Tests.Summaries;

/// <summary>A summary counts all parameters of a model, each once, whatever torch-summary makes of them.</summary>
public partial class ParameterCountTests
{
    [Fact]
    public void Layers_that_are_not_called_count()
    {
        var summary = Plots.Summary(new OnlyWeights(), (4, 10));
        Assert.Equal((119, 119), (summary.TotalParams, summary.TrainableParams));
        Assert.Equal("torch-summary counts 0: without 119 in layers that were not called (layer, unused)", Note(summary));
        Assert.Contains("(layer, unused)<br>", Html(summary));

        // Within another model it has a row, which shows them.
        summary = Plots.Summary(new Sequential(new OnlyWeights(), new Linear(10, 2)), (4, 10));
        Assert.Equal(["OnlyWeights: 1-1", "Linear: 1-2"], summary.Rows.Select(row => row.Name));
        Assert.Equal(["119", "22"], ParamCells(summary));
        Assert.Equal(141, summary.TotalParams);
    }

    [Fact]
    public void A_modules_own_parameters_count()
    {
        var summary = Plots.Summary(new Scaled(), 4);
        Assert.Equal(4 * 4 + 4 + 3, summary.TotalParams);
        Assert.Equal("torch-summary counts 20: without 3 held by modules beside their layers (scale)", Note(summary));

        summary = Plots.Summary(new Sequential(new Scaled()), 4);
        Assert.Equal(["3", "20"], ParamCells(summary));
        Assert.Equal("torch-summary counts 20: without 3 held by modules beside their layers (0.scale)", Note(summary));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Blocks_in_lists_count_at_every_depth(int depth)
    {
        var summary = Plots.Summary(new Net(), 4, depth: depth, trueMultAdds: true);
        Assert.Equal((120, 120), (summary.TotalParams, summary.TrueMultAdds + 24));
        Assert.Equal(depth < 2 ? 0 : 120, ParamCells(summary).Where(cell => cell != "--").Sum(int.Parse));
        Assert.Equal(
            depth switch
            {
                1 or 3 => "torch-summary counts 0: without 120 in layers deeper than the table "
                    + "(blocks.0.layers.0, blocks.0.layers.1, blocks.1.layers.0 and 3 more)",
                _ => null,
            },
            Note(summary));
    }

    [Fact]
    public void A_block_shows_what_is_deeper_than_the_table()
    {
        var summary = Plots.Summary(new Net(), 4, trueMultAdds: true);
        Assert.Equal(3, summary.Rows.Count(row => row.Name.StartsWith("Block: 2-", StringComparison.Ordinal)));
        var text = summary.ToString();
        Assert.Contains("└─Block: 2-1                        [-1, 4]                   40                        32\n", text);
        Assert.Contains("└─ReLU: 3-1                    [-1, 4]                   --                        --\n", text);
    }

    [Fact]
    public void What_two_modules_share_counts_once()
    {
        var shared = new Parameter(Tensor.Ones((4, 4)));
        var summary = Plots.Summary(new Sequential(new Holds(shared), new Holds(shared), new ReLU()), 4);
        Assert.Equal(16, summary.TotalParams);
        Assert.Equal(["16", "16", "--"], ParamCells(summary));
        Assert.Equal("torch-summary counts 32: with 16 more than once that layers share", Note(summary));

        shared.RequiresGrad = false;
        summary = Plots.Summary(new Sequential(new Holds(shared), new Holds(shared)), 4);
        Assert.Equal((16, 0, 16), (summary.TotalParams, summary.TrainableParams, summary.NonTrainableParams));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_layer_in_two_places_counts_once(int depth)
    {
        var layer = new Linear(4, 4);
        var model = new Sequential(new Sequential(layer, new ReLU()), layer, new Sequential(new Sequential(layer)));
        Assert.Equal(20, Plots.Summary(model, 4, depth: depth).TotalParams);
    }

    [Fact]
    public void Dictionaries_tuples_and_lists_of_lists_count()
    {
        var summary = Plots.Summary(new Collections(), 4);
        Assert.Equal(7 * 20, summary.TotalParams);
        Assert.Equal("torch-summary counts 120: without 20 in layers that were not called (heads.unused)", Note(summary));
        Assert.Equal(6, ParamCells(summary).Count(cell => cell == "20"));
    }

    [Fact]
    public void What_is_frozen_is_counted_number_by_number()
    {
        var model = new Sequential(new Linear(4, 3), new Linear(3, 2));
        ((Parameter)((Linear)model[0]).Weight).RequiresGrad = false;
        var summary = Plots.Summary(model, 4);
        Assert.Equal((23, 11, 12), (summary.TotalParams, summary.TrainableParams, summary.NonTrainableParams));
        Assert.Equal("torch-summary counts 8 as trainable: what is frozen in part is frozen for it as a whole", Note(summary));
        Assert.Equal(["(15)", "8"], ParamCells(summary));

        model.RequiresGrad = false;
        summary = Plots.Summary(model, 4);
        Assert.Equal((23, 0), (summary.TotalParams, summary.TrainableParams));
        Assert.Null(Note(summary));
    }

    [Fact]
    public void Every_model_counts_as_its_parameters_do_at_every_depth() =>
        Gen.Int.Select(Gen.Int[1, 5]).Sample((seed, depth) =>
        {
            var random = new Random(seed);
            var known = new List<Module>();
            var model = Tree(random, 4, known);
            var summary = Plots.Summary(model, 3, depth: depth);
            var parameters = model.Parameters();
            Assert.Equal(parameters.Sum(parameter => parameter.Count), summary.TotalParams);
            Assert.Equal(parameters.Where(parameter => parameter.RequiresGrad).Sum(parameter => parameter.Count), summary.TrainableParams);
            Assert.Equal(summary.TotalParams * 4 / 1024.0 / 1024.0, summary.ParamsSize, 12);
            // Nothing that is not said in words is left out of the table.
            if (Note(summary) is null)
                Assert.Equal(summary.TotalParams, ParamCells(summary).Where(cell => char.IsDigit(cell[0]) || cell[0] == '(').Sum(Count));
        });

    static long Count(string cell) =>
        cell == "(recursive)" ? 0 : long.Parse(cell.Trim('(', ')').Replace(",", "", StringComparison.Ordinal));

    /// <summary>A random model on three numbers: layers, blocks, layers met before, layers that are held but not called.</summary>
    static Module Tree(Random random, int depth, List<Module> known)
    {
        Module made = (depth == 0 ? random.Next(2) : random.Next(6)) switch
        {
            0 => new Linear(3, 3),
            1 when known.Count > 0 => known[random.Next(known.Count)],
            1 => new ReLU(),
            2 => new Held(Tree(random, depth - 1, known), new Linear(3, 2)),
            3 => new Sequential(new Linear(3, 3) { RequiresGrad = false }, Tree(random, depth - 1, known)),
            _ => new Sequential(Tree(random, depth - 1, known), Tree(random, depth - 1, known)),
        };
        known.Add(made);
        return made;
    }

    static string? Note(ModelSummary summary) =>
        summary.ToString().Split('\n').SingleOrDefault(line => line.StartsWith("torch-summary", StringComparison.Ordinal));

    static List<string> ParamCells(ModelSummary summary) =>
        [.. summary.Rows.Select(row => SummaryTable.Cell(summary, row, SummaryColumn.NumParams))];

    static string Html(ModelSummary summary)
    {
        using var writer = new StringWriter();
        var formatter = new SummaryFormatterSource().CreateTypeFormatters().Cast<DisplayFormatter<ModelSummary>>()
            .Single(formatter => formatter.MimeType == "text/html");
        Assert.True(formatter.Format(summary, writer));
        return writer.ToString();
    }
}
