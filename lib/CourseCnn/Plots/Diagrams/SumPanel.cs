namespace CourseCnn;

/// <summary>The band at the foot of a drawing in which a calculation is written out, beneath a few words that say which.</summary>
sealed class SumPanel
{
    const double Inset = 14;

    readonly Canvas canvas;
    readonly double top;
    readonly int lines;

    /// <param name="canvas">What is drawn on. The panel ends it.</param>
    /// <param name="top">Where the panel begins.</param>
    /// <param name="lines">For how many lines of a calculation it has room.</param>
    /// <param name="notes">And for how many lines of smaller type beneath it.</param>
    internal SumPanel(Canvas canvas, double top, int lines, int notes = 0)
    {
        (this.canvas, this.top, this.lines) = (canvas, top, lines);
        var height = TypeSize.Small.Lines(1 + notes) + TypeSize.Sum.Lines(lines) + 2 * Inset - 6;
        canvas.Rect(Canvas.Padding, top, canvas.Width - 2 * Canvas.Padding, height, "panel", 6);
        canvas.Height = Math.Ceiling(top + height + Canvas.Padding);
    }

    static double Left => Canvas.Padding + Inset;

    internal void Write(string label, IReadOnlyList<IReadOnlyList<SumPiece>> sum, IReadOnlyList<string>? notes = null)
    {
        canvas.Line(Left, top + Inset - 4, 0, TypeSize.Small, SvgRenderer.Escape(label), "left muted");
        var below = top + Inset - 2 + TypeSize.Small.Lines(1);
        for (var line = 0; line < sum.Count; line++)
            canvas.Line(Left, below, line, TypeSize.Sum, string.Concat(sum[line].Select(piece => piece.Markup)), "left");
        for (var note = 0; note < notes?.Count; note++)
            canvas.Line(Left, below + TypeSize.Sum.Lines(lines), note, TypeSize.Small, SvgRenderer.Escape(notes[note]), "left muted");
    }

    /// <summary>A panel with one calculation, and perhaps a remark beneath.</summary>
    internal static void Draw(Canvas canvas, double top, string label, IReadOnlyList<SumPiece> sum, string note = "")
    {
        var lines = Break(canvas, sum);
        var notes = TextWidth.Wrap(note, TypeSize.Small.Narrow, Room(canvas));
        new SumPanel(canvas, top, lines.Count, notes.Count).Write(label, lines, notes);
    }

    /// <summary>The calculation in lines that fit into the panel on a narrow page too.</summary>
    internal static IReadOnlyList<IReadOnlyList<SumPiece>> Break(Canvas canvas, IReadOnlyList<SumPiece> sum)
    {
        var lines = new List<List<SumPiece>> { new() };
        var width = 0.0;
        foreach (var piece in sum)
        {
            var wide = TextWidth.Of(piece.Text, TypeSize.Sum.Narrow);
            if (width > 0 && width + wide > Room(canvas))
            {
                lines.Add([]);
                width = 0;
            }

            lines[^1].Add(width == 0 ? piece with { Before = piece.Before.TrimStart() } : piece);
            width += wide;
        }

        return lines;
    }

    static double Room(Canvas canvas) => canvas.Width - 2 * Left;
}
