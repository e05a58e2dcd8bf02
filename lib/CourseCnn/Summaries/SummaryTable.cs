using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace CourseCnn.Summaries;

/// <summary>A summary as torch-summary 1.4.4 prints it, to the byte; with a line more where it counts wrong.</summary>
static class SummaryTable
{
    const int NarrowestName = 40;
    const int NameStep = 5;

    /// <summary>The heading of the layers' names.</summary>
    public const string NameTitle = "Layer (type:depth-idx)";

    public static string Text(ModelSummary summary)
    {
        var options = summary.Options;
        var nameWidth = summary.LongestName < NarrowestName ? NarrowestName : (summary.LongestName + NameStep - 1) / NameStep * NameStep;
        var rule = new string('=', nameWidth + options.ColumnWidth * options.Columns.Count);

        var text = new StringBuilder();
        Line(rule);
        Row(NameTitle, options.Columns.Select(Title));
        Line(rule);
        foreach (var row in summary.Rows)
            Row((options.Branching ? Branch(row.Depth) : "") + row.Name, options.Columns.Select(column => Cell(summary, row, column)));
        Line(rule);
        foreach (var line in Counts(summary))
            Line(line);
        Line(rule);
        foreach (var line in Sizes(summary))
            Line(line);
        Line(rule);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Row(string name, IEnumerable<string> cells)
        {
            var padded = cells.Select(cell => cell.PadRight(options.ColumnWidth)).Prepend(name.PadRight(nameWidth));
            Line(string.Join(' ', padded).TrimEnd());
        }
    }

    /// <summary>The lines about parameters and arithmetic.</summary>
    public static IEnumerable<string> Counts(ModelSummary summary)
    {
        yield return Invariant($"Total params: {summary.TotalParams:N0}");
        yield return Invariant($"Trainable params: {summary.TrainableParams:N0}");
        yield return Invariant($"Non-trainable params: {summary.NonTrainableParams:N0}");
        if (summary.Note is { } note)
            yield return note;
        yield return $"Total mult-adds {Readable(summary.TotalMultAdds)}";
        if (summary.Options.Columns.Contains(SummaryColumn.TrueMultAdds))
            yield return $"True mult-adds {Readable(summary.TrueMultAdds)}; "
                + "torch-summary's total also counts the weights of every container again";
    }

    /// <summary>The lines about memory.</summary>
    public static IEnumerable<string> Sizes(ModelSummary summary) =>
    [
        $"Input size (MB): {TwoDigits(summary.InputSize)}",
        $"Forward/backward pass size (MB): {TwoDigits(summary.ForwardBackwardSize)}",
        $"Params size (MB): {TwoDigits(summary.ParamsSize)}",
        $"Estimated Total Size (MB): {TwoDigits(summary.EstimatedTotalSize)}",
    ];

    public static string Title(SummaryColumn column) => column switch
    {
        SummaryColumn.InputSize => "Input Shape",
        SummaryColumn.OutputSize => "Output Shape",
        SummaryColumn.NumParams => "Param #",
        SummaryColumn.KernelSize => "Kernel Shape",
        SummaryColumn.MultAdds => "Mult-Adds",
        _ => "True Mult-Adds",
    };

    public static string Cell(ModelSummary summary, SummaryRow row, SummaryColumn column)
    {
        const string nothing = "--";
        var counts = row.IsLeaf || row.Depth == summary.Options.Depth;
        return column switch
        {
            SummaryColumn.InputSize => List(row.InputSize),
            SummaryColumn.OutputSize => List(row.OutputSize),
            SummaryColumn.KernelSize => row.KernelSize.Count == 0 ? nothing : List(row.KernelSize),
            SummaryColumn.NumParams when row.IsRecursive => "(recursive)",
            SummaryColumn.NumParams when (counts ? row.NumParams : row.NumRest) is > 0 and var shown =>
                row.IsTrainable ? Invariant($"{shown:N0}") : Invariant($"({shown:N0})"),
            SummaryColumn.MultAdds when row.NumParams > 0 && counts => Invariant($"{row.MultAdds:N0}"),
            SummaryColumn.TrueMultAdds when (counts ? row.TrueMultAdds : row.RestMultAdds) is > 0 and var shown => Invariant($"{shown:N0}"),
            _ => nothing,
        };
    }

    static string Branch(int depth) => depth == 1 ? "├─" : string.Concat(Enumerable.Repeat("|    ", Math.Max(0, depth - 1))) + "└─";

    static string List(IReadOnlyList<int> sizes) =>
        $"[{string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";

    static string Readable(long count) => count >= 1_000_000_000 ? $"(G): {TwoDigits(count / 1e9)}" : $"(M): {TwoDigits(count / 1e6)}";

    /// <summary>Two digits behind the point as Python rounds them: of its exact value, ties to the even digit. 0.125 is 0.12.</summary>
    static string TwoDigits(double value)
    {
        var exact = decimal.Parse(value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimal.Round(exact, 2, MidpointRounding.ToEven).ToString("F2", CultureInfo.InvariantCulture);
    }
}
