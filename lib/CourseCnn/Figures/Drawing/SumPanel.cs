namespace CourseCnn.Figures.Drawing;

/// <summary>
/// The band at the foot of a drawing in which a calculation is written out, beneath a few words that say which. On a narrow page, where
/// type is larger in proportion, it is broken into more lines.
/// </summary>
sealed class SumPanel
{
    const double Inset = 14;

    readonly Canvas canvas;
    readonly double top;
    readonly int lines;
    readonly int wideLines;

    /// <param name="canvas">What is drawn on. The panel ends it.</param>
    /// <param name="top">Where the panel begins.</param>
    /// <param name="sums">The calculations it has room for, one at a time.</param>
    /// <param name="notes">For how many lines of smaller type it has room beneath.</param>
    internal SumPanel(Canvas canvas, double top, IReadOnlyList<IReadOnlyList<SumPiece>> sums, int notes = 0)
    {
        (this.canvas, this.top) = (canvas, top);
        lines = sums.Max(sum => Break(sum, TypeSize.Sum.Narrow).Count);
        wideLines = sums.Max(sum => Break(sum, TypeSize.Sum.Wide).Count);
        var height = TypeSize.Small.Lines(1 + notes) + TypeSize.Sum.Lines(lines) + 2 * Inset - 6;
        canvas.Rect(Canvas.Padding, top, canvas.Width - 2 * Canvas.Padding, height, "panel", 6);
        canvas.Height = Math.Ceiling(top + height + Canvas.Padding);
    }

    static double Left => Canvas.Padding + Inset;

    /// <param name="label">A few words above.</param>
    /// <param name="sum">One of the calculations that there is room for.</param>
    /// <param name="notes">What stands beneath.</param>
    internal void Write(string label, IReadOnlyList<SumPiece> sum, IReadOnlyList<string>? notes = null)
    {
        canvas.Line(Left, top + Inset - 4, 0, TypeSize.Small, SvgDocument.Escape(label), "left muted");
        var below = top + Inset - 2 + TypeSize.Small.Lines(1);
        var (wide, narrow) = (Break(sum, TypeSize.Sum.Wide), Break(sum, TypeSize.Sum.Narrow));

        // Fewer lines stand in the middle of the room that more would need.
        var middle = below + TypeSize.Sum.Lines(lines - wideLines) / 2;
        if (wide.Count == narrow.Count && middle == below)
            Write(narrow, below);
        else
        {
            using (canvas.Group("class=\"wide\""))
                Write(wide, middle);
            using (canvas.Group("class=\"narrow\""))
                Write(narrow, below);
        }

        for (var note = 0; note < notes?.Count; note++)
            canvas.Line(Left, below + TypeSize.Sum.Lines(lines), note, TypeSize.Small, SvgDocument.Escape(notes[note]), "left muted");
    }

    /// <summary>A panel with one calculation, and perhaps a remark beneath.</summary>
    internal static void Draw(Canvas canvas, double top, string label, IReadOnlyList<SumPiece> sum, string note = "")
    {
        var notes = TextWidth.Wrap(note, TypeSize.Small.Narrow, canvas.Width - 2 * Left);
        new SumPanel(canvas, top, [sum], notes.Count).Write(label, sum, notes);
    }

    void Write(IReadOnlyList<IReadOnlyList<SumPiece>> broken, double below)
    {
        for (var line = 0; line < broken.Count; line++)
            canvas.Line(Left, below, line, TypeSize.Sum, string.Concat(broken[line].Select(piece => piece.Markup)), "left");
    }

    /// <summary>The calculation in lines that fit into the panel in type of a size.</summary>
    List<List<SumPiece>> Break(IReadOnlyList<SumPiece> sum, double size)
    {
        var broken = new List<List<SumPiece>> { new() };
        var width = 0.0;
        foreach (var piece in sum)
        {
            var wide = TextWidth.Of(piece.Text, size);
            if (width > 0 && width + wide > canvas.Width - 2 * Left)
            {
                broken.Add([]);
                width = 0;
            }

            broken[^1].Add(width == 0 ? piece with { Before = piece.Before.TrimStart() } : piece);
            width += wide;
        }

        return broken;
    }
}
