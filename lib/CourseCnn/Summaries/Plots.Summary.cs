using CourseCnn.Summaries;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// The table of a model: its layers, the shapes they put out and how many parameters they have, as torch-summary shows it. It
    /// also holds the numbers, for code to use. All parameters of the model are counted, each once; a line tells what torch-summary
    /// misses (layers that were not called, a module's own) or counts twice (what layers share).
    /// </summary>
    /// <param name="model">The model; it is run once, on zeros, and stays as it is.</param>
    /// <param name="inputSize">The shape of one input, without the batch: <c>(1, 100, 100)</c>.</param>
    /// <param name="depth">How many levels of layers within layers to show. Default: 3.</param>
    /// <param name="columns">What to show of each layer. Default: output shape and number of parameters.</param>
    /// <param name="columnWidth">How wide a column of the printed table is. Default: 25.</param>
    /// <param name="branching">Whether the printed table draws branches before the names. Default: true.</param>
    /// <param name="trueMultAdds">
    /// Whether to add a column with the multiplications and additions that the layers really do. torch-summary's total is higher,
    /// since it counts the weights of every container once more. Default: false.
    /// </param>
    /// <exception cref="ArgumentException">The model cannot take such an input, or there is no such table.</exception>
    /// <example><code>
    /// Plots.Summary(new Sequential(new Flatten(), new Linear(784, 10)), (1, 28, 28)).TotalParams
    /// // → 7850
    /// </code></example>
    public static ModelSummary Summary(
        Module model,
        Shape inputSize,
        int depth = 3,
        IReadOnlyList<SummaryColumn>? columns = null,
        int columnWidth = 25,
        bool branching = true,
        bool trueMultAdds = false)
    {
        columns ??= [SummaryColumn.OutputSize, SummaryColumn.NumParams];
        if (trueMultAdds && !columns.Contains(SummaryColumn.TrueMultAdds))
            columns = [.. columns, SummaryColumn.TrueMultAdds];
        return ModelSummary.Of(model, inputSize, new SummaryOptions(depth, columns, columnWidth, branching));
    }
}
