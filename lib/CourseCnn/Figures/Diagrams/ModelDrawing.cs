using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A model as a row of blocks, or as many rows as it needs: what stands after each layer, with its size.</summary>
sealed class ModelDrawing
{
    /// <summary>The connector to the next row runs here.</summary>
    const double RowGap = 36;

    /// <summary>More numbers of parameters than these are not added up in writing.</summary>
    const int MostSummed = 12;

    readonly string name;
    readonly IReadOnlyList<ModelStep> steps;
    readonly long parameters;
    readonly Canvas canvas = new(DiagramFrame.Width);

    internal ModelDrawing(string name, IReadOnlyList<ModelStep> steps, long parameters) =>
        (this.name, this.steps, this.parameters) = (name, steps, parameters);

    internal CanvasFigure Draw()
    {
        var top = DiagramFrame.Head(canvas, name);
        var widest = steps.Where(step => step.IsMaps).SelectMany(step => step.Size.ToArray()[1..]).DefaultIfEmpty(1).Max();
        var connectors = new ModelConnectors(canvas);
        ModelBlock? before = null;
        foreach (var row in ModelRow.Of(steps, canvas.Width))
        {
            var middle = top + ModelBlock.Height / 2;
            var blocks = row.Steps.Select((step, place) => new ModelBlock(step, row.X(place), middle, widest)).ToList();
            blocks.ForEach(block => block.Draw(canvas));
            if (before is not null)
                connectors.ToNextRow(before, blocks[0], top - RowGap / 2);
            for (var place = 1; place < blocks.Count; place++)
                connectors.Beside(blocks[place - 1], blocks[place]);
            top = row.Caption(canvas, top + ModelBlock.Height + 6) + RowGap;
            before = blocks[^1];
        }

        SumPanel.Draw(canvas, top - RowGap + 12, "Parameters", Total());
        return new CanvasFigure(name, $"{name}, from layer to layer, each with what comes out of it: "
            + $"{string.Join("; ", steps.Select(step => step.Spoken))}. "
            + $"In all {Number(parameters)} parameters.", canvas);
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
