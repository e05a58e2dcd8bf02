using static CourseCnn.Numbers;

namespace CourseCnn;

/// <summary>A model as a row of blocks, or as many rows as it needs: what stands after each layer, with its size.</summary>
sealed class ModelDrawing
{
    const int MostColumns = 4;
    const double ColumnGap = 16;
    const double RowGap = 26;

    /// <summary>More numbers of parameters than these are not added up in writing.</summary>
    const int MostSummed = 12;

    readonly string name;
    readonly IReadOnlyList<ModelStep> steps;
    readonly long parameters;
    readonly Canvas canvas = new(Stage.Width);
    readonly int columns;
    readonly double column;

    internal ModelDrawing(string name, IReadOnlyList<ModelStep> steps, long parameters)
    {
        (this.name, this.steps, this.parameters) = (name, steps, parameters);
        var rows = steps.Count == MostColumns + 1 ? 1 : (steps.Count + MostColumns - 1) / MostColumns;
        columns = (steps.Count + rows - 1) / rows;
        column = (canvas.Width - 2 * Canvas.Padding - (columns - 1) * ColumnGap) / columns;
    }

    internal Drawing Draw()
    {
        var top = Stage.Head(canvas, name);
        var blocks = new ModelBlocks(canvas, steps);
        for (var first = 0; first < steps.Count; first += columns)
        {
            var row = steps.Skip(first).Take(columns).ToList();
            var middle = top + ModelBlocks.Height / 2;
            for (var place = 0; place < row.Count; place++)
                blocks.Draw(row[place], X(place), middle);
            for (var place = 0; place < row.Count; place++)
                blocks.Lead(row[place], X(place), first + place + 1 < steps.Count ? steps[first + place + 1] : null,
                    place + 1 < row.Count ? X(place + 1) : null, column + ColumnGap, middle);
            top = Caption(row, top + ModelBlocks.Height + 6) + RowGap;
        }

        SumPanel.Draw(canvas, top - RowGap + 12, "Parameters", Total());
        return new Drawing(name, $"{name}, from layer to layer, each with what comes out of it: {string.Join("; ", steps.Select(step => step.Spoken))}. "
            + $"In all {Number(parameters)} parameters.", canvas);
    }

    double X(int place) => Canvas.Padding + place * (column + ColumnGap) + column / 2;

    /// <summary>What stands beneath the blocks of a row.</summary>
    /// <returns>Where it ends.</returns>
    double Caption(List<ModelStep> row, double top)
    {
        top = Line(row, top, TypeSize.Body, step => step.Name, _ => "strong");
        top = Line(row, top, TypeSize.Small, step => step.Details, _ => "muted");
        top = Line(row, top, TypeSize.Small, step => step.SizeText, _ => "strong");
        top = Line(row, top, TypeSize.Small, step => step.Parameters == 0 ? "" : Number(step.Parameters), _ => Ink.Type(Accent.Kernel));
        return Tags(row, top + 4);
    }

    double Line(List<ModelStep> row, double top, TypeSize size, Func<ModelStep, string> text, Func<ModelStep, string> style)
    {
        var tallest = 0.0;
        for (var place = 0; place < row.Count; place++)
            tallest = Math.Max(tallest, canvas.Text(X(place), top, column, text(row[place]), size, style(row[place])));
        return top + tallest;
    }

    double Tags(List<ModelStep> row, double top)
    {
        var height = TypeSize.Small.Lines(1) + 4;
        for (var place = 0; place < row.Count; place++)
            for (var tag = 0; tag < row[place].Tags.Count; tag++)
            {
                var lines = TextWidth.Wrap(row[place].Tags[tag], TypeSize.Small.Narrow, column - 16);
                var text = lines.Count > 1 ? lines[0][..^1] + "…" : lines[0];
                var width = TextWidth.Of(text, TypeSize.Small.Narrow) + 16;
                var y = top + tag * (height + 4);
                canvas.Rect(X(place) - width / 2, y, width, height, "chip", height / 2);
                canvas.Text(X(place), y + height / 2, text, TypeSize.Small.Class);
            }

        var most = row.Max(step => step.Tags.Count);
        return top + most * (height + 4);
    }

    IReadOnlyList<SumPiece> Total()
    {
        var counts = steps.Where(step => step.Parameters > 0).Select(step => step.Parameters).ToList();
        var total = new SumPiece(" = ", Number(parameters), Accent.Kernel);

        // A layer that is called twice counts once, so then the numbers above are no sum.
        if (counts.Sum() != parameters || counts.Count is < 2 or > MostSummed)
            return [new("In all ", Number(parameters), Accent.Kernel)];
        return [.. counts.Select((count, index) => new SumPiece($"{(index == 0 ? "" : " + ")}{Number(count)}")), total];
    }
}
