using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>
/// What the diagrams from fully connected to many filters have in common: a heading above, the count of parameters beneath, so that they
/// read as one argument.
/// </summary>
static class DiagramFrame
{
    internal const double Width = 720;

    /// <summary>Writes the heading.</summary>
    /// <returns>Where the drawing begins.</returns>
    internal static double Head(Canvas canvas, string title)
    {
        var top = Canvas.Padding - 6;
        return top + canvas.Text(canvas.Width / 2, top, canvas.Width - 2 * Canvas.Padding, title, TypeSize.Heading) + 8;
    }

    /// <summary>A label above something, ending at a height.</summary>
    internal static void Label(Canvas canvas, double x, double bottom, string text, string style = "muted") =>
        canvas.Line(x, bottom - TypeSize.Small.Lines(1), 0, TypeSize.Small, SvgDocument.Escape(text), style);

    /// <summary>Writes how many parameters there are, and ends the drawing.</summary>
    internal static CanvasFigure Finish(Canvas canvas, double bottom, string title, string seen, ParameterSum counted, string note = "")
    {
        SumPanel.Draw(canvas, bottom, "Parameters", [.. counted.Pieces, new(" = ", Number(counted.Total), Accent.Kernel)], note);
        var sum = string.Concat(counted.Pieces.Select(piece => piece.Text));
        return new CanvasFigure(title, $"{seen} Parameters: {sum} = {Number(counted.Total)}. {note}".TrimEnd(), canvas);
    }

    internal static string Nodes(int count) => $"{Number(count)} hidden node{(count == 1 ? "" : "s")}";

    internal static string Weights(int count) => $"{Number(count)} weight{(count == 1 ? "" : "s")}";
}
