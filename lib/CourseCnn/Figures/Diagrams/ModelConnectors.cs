using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>
/// Leads the eye from block to block of a model: from a kernel's place on one to the next, from every number to every node that adds it
/// up, or by an arrow; and from the end of a row round to the beginning of the next.
/// </summary>
sealed class ModelConnectors(Canvas canvas)
{
    /// <summary>How far from the drawing's edge the way to the next row runs.</summary>
    const double Edge = 12;
    const double Corner = 9;

    /// <summary>How far from a vector the lines of all its numbers meet.</summary>
    const double Knot = 38;
    const double Clearance = 7;

    /// <summary>From a block to the one beside it.</summary>
    internal void Beside(ModelBlock from, ModelBlock to)
    {
        if (Marked(from, to))
            Beam(from, to, (to.Left, to.Front.Top + to.Front.Height / 2));
        else if (IsFan(from, to))
            canvas.Path(Lines(from.Numbers, from.Right, to.Numbers, to.Left), Ink.Line(Accent.Dense), 0.8);
        else
            canvas.Arrow((from.X + to.X) / 2 - 15, (from.X + to.X) / 2 + 15, from.Middle);
    }

    /// <summary>From the last block of a row to the first of the next, through the gap between them.</summary>
    /// <param name="from">The last one.</param>
    /// <param name="to">The first one.</param>
    /// <param name="gap">The height between the rows.</param>
    internal void ToNextRow(ModelBlock from, ModelBlock to, double gap)
    {
        var (start, end) = (from.Right + Clearance, to.Left - Clearance);
        if (IsFan(from, to))
        {
            (start, end) = (from.Right + Knot, to.Left - Knot);
            canvas.Path(Lines(from.Numbers, from.Right, [from.Middle], start), Ink.Line(Accent.Dense), 0.8);
            canvas.Path(Lines([to.Middle], end, to.Numbers, to.Left), Ink.Line(Accent.Dense), 0.8);
        }
        else if (Marked(from, to))
            Beam(from, to, (start, from.Middle));

        var (right, left) = (canvas.Width - Edge, Edge);
        canvas.Path(
            $"M{Place(start)} {Place(from.Middle)}H{Place(right - Corner)}{Turn(1, 1)}V{Place(gap - Corner)}{Turn(-1, 1, down: true)}"
            + $"H{Place(left + Corner)}{Turn(-1, 1)}V{Place(to.Middle - Corner)}{Turn(1, 1, down: true)}",
            "line",
            1.5);
        canvas.Arrow(left + Corner, end, to.Middle);
    }

    /// <summary>Whether the next layer's kernel or window is shown on a block.</summary>
    static bool Marked(ModelBlock from, ModelBlock to) => to.Step.Kernel is not null && from.Step.IsMaps && to.Step.IsMaps;

    static bool IsFan(ModelBlock from, ModelBlock to) => to.IsDense && !from.Step.IsMaps;

    /// <summary>The next layer's kernel or window on a block, and lines from it to a point.</summary>
    void Beam(ModelBlock from, ModelBlock to, (double X, double Y) end)
    {
        var accent = to.Step.What == ModelStep.Kind.Pooling ? Accent.Pool : Accent.Kernel;
        var kernel = to.Step.Kernel!.Value;
        var (left, top, width, height) = from.Front;
        var markWidth = Math.Clamp(width * kernel.Width / from.Step.Size[2], 5, width);
        var markHeight = Math.Clamp(height * kernel.Height / from.Step.Size[1], 5, height);
        var (markLeft, markTop) = (left + 0.62 * (width - markWidth), top + 0.4 * (height - markHeight));
        canvas.Rect(markLeft, markTop, markWidth, markHeight, Ink.Box(accent), 0, " stroke-width=\"1.5\"");
        var (start, point) = (Place(markLeft + markWidth), $"{Place(end.X)} {Place(end.Y)}");
        canvas.Path($"M{start} {Place(markTop)}L{point}L{start} {Place(markTop + markHeight)}", Ink.Line(accent));
    }

    /// <summary>A line from each of some heights to each of others.</summary>
    static string Lines(IReadOnlyList<double> starts, double fromX, IReadOnlyList<double> ends, double toX) => string.Concat(
        from start in starts
        from end in ends
        select $"M{Place(fromX)} {Place(start)}L{Place(toX)} {Place(end)}");

    /// <summary>A rounded corner, to the right or left and down; it may begin by going down.</summary>
    static string Turn(int across, int along, bool down = false)
    {
        var (x, y) = (Place(across * Corner), Place(along * Corner));
        return down ? $"q0 {y} {x} {y}" : $"q{x} 0 {x} {y}";
    }
}
