using static CourseCnn.Numbers;

namespace CourseCnn;

/// <summary>A model as a row of blocks, or as many rows as it needs: what stands after each layer, with its size.</summary>
sealed class ModelDrawing
{
    const int MostColumns = 4;
    const double Margin = 4;
    const double RowGap = 26;

    /// <summary>More numbers of parameters than these are not added up in writing.</summary>
    const int MostSummed = 12;

    readonly string name;
    readonly IReadOnlyList<ModelStep> steps;
    readonly long parameters;
    readonly Canvas canvas = new(Stage.Width);
    readonly int columns;
    readonly double pitch;

    internal ModelDrawing(string name, IReadOnlyList<ModelStep> steps, long parameters)
    {
        (this.name, this.steps, this.parameters) = (name, steps, parameters);
        var rows = steps.Count == MostColumns + 1 ? 1 : (steps.Count + MostColumns - 1) / MostColumns;
        columns = (steps.Count + rows - 1) / rows;
        pitch = (canvas.Width - 2 * Margin) / columns;
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
                    place + 1 < row.Count ? X(place + 1) : null, pitch, middle);
            top = Caption(row, top + ModelBlocks.Height + 6) + RowGap;
        }

        SumPanel.Draw(canvas, top - RowGap + 12, "Parameters", Total());
        return new Drawing(name, $"{name}, from layer to layer, each with what comes out of it: "
            + $"{string.Join("; ", steps.Select(step => step.Spoken))}. "
            + $"In all {Number(parameters)} parameters.", canvas);
    }

    /// <summary>The room for text beneath a block.</summary>
    double Column => pitch - 2;

    double X(int place) => Margin + (place + 0.5) * pitch;

    /// <summary>What stands beneath the blocks of a row.</summary>
    /// <returns>Where it ends.</returns>
    double Caption(List<ModelStep> row, double top)
    {
        top = Lines(row, top, TypeSize.Body, "strong", step => TextWidth.WrapName(step.Name, TypeSize.Body.Narrow, Column));
        top = Lines(row, top, TypeSize.Small, "muted", step => Phrases(step.Details));
        top = Lines(row, top, TypeSize.Small, "strong", step => TextWidth.Wrap(step.SizeText, TypeSize.Small.Narrow, Column));
        top = Lines(row, top, TypeSize.Small, Ink.Type(Accent.Kernel), step => step.Parameters == 0 ? [] : [Number(step.Parameters)]);
        return top + Enumerable.Range(0, row.Count).Max(place => Tags(row[place], X(place), top + 5));
    }

    double Lines(List<ModelStep> row, double top, TypeSize size, string style, Func<ModelStep, IReadOnlyList<string>> lines)
    {
        var tallest = 0.0;
        for (var place = 0; place < row.Count; place++)
            tallest = Math.Max(tallest, canvas.Text(X(place), top, lines(row[place]), size, style));
        return top + tallest;
    }

    /// <summary>As many phrases in a line as fit, none broken apart.</summary>
    List<string> Phrases(IEnumerable<string> phrases)
    {
        var lines = new List<string>();
        foreach (var phrase in phrases)
        {
            if (lines.Count > 0 && TextWidth.Of($"{lines[^1]}, {phrase}", TypeSize.Small.Narrow) <= Column)
                lines[^1] += $", {phrase}";
            else
                lines.Add(phrase);
        }

        return lines;
    }

    /// <summary>The layers that only act on each number, as tags one below the other.</summary>
    /// <returns>How high they are.</returns>
    double Tags(ModelStep step, double x, double top)
    {
        const double Inset = 9;
        var y = top;
        foreach (var tag in step.Tags)
        {
            var lines = TextWidth.WrapName(tag, TypeSize.Small.Narrow, Column - 2 * Inset);
            var width = lines.Max(line => TextWidth.Of(line, TypeSize.Small.Narrow)) + 2 * Inset;
            var height = TypeSize.Small.Lines(lines.Count) + 4;
            canvas.Rect(x - width / 2, y, width, height, "chip", Math.Min(height / 2, 13));
            canvas.Text(x, y + 2, lines, TypeSize.Small);
            y += height + 5;
        }

        return y - top;
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
