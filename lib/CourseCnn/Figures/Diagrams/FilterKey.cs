using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>The filter itself, as the key to a diagram: which line carries which of its weights.</summary>
sealed class FilterKey
{
    const double Cell = 34;
    const double Inset = 8;
    const string Label = "One filter";

    readonly Size2d size;
    readonly double middle;
    readonly double top;

    /// <param name="size">How many rows and columns of weights it has, each shown by its <see cref="WeightStyle"/>.</param>
    /// <param name="middle">Its middle from left to right.</param>
    /// <param name="top">Where it begins.</param>
    internal FilterKey(Size2d size, double middle, double top)
    {
        (this.size, this.middle, this.top) = (size, middle, top);
        var room = Math.Max(size.Width * Cell, TextWidth.Of(Label, TypeSize.Small.Narrow)) + 2 * Inset;
        (Left, Right) = (middle - room / 2, middle + room / 2);
    }

    internal double Left { get; }

    internal double Right { get; }

    internal double Bottom => CellsTop + size.Height * Cell + Inset;

    double CellsTop => top + TypeSize.Small.Lines(1) + 4;

    internal void Draw(Canvas canvas)
    {
        canvas.Rect(Left, top, Right - Left, Bottom - top, "key", 6);
        DiagramFrame.Label(canvas, middle, CellsTop - 1, Label);
        for (var weight = 0; weight < size.Height * size.Width; weight++)
        {
            var x = middle + (weight % size.Width - size.Width / 2.0) * Cell;
            var y = CellsTop + weight / size.Width * Cell;
            var look = " stroke-width=\"2\"" + WeightStyle.Dashes(weight);
            canvas.Rect(x + 1.5, y + 1.5, Cell - 3, Cell - 3, Ink.Box(WeightStyle.Colour(weight)), 3, look);
            canvas.Text(x + Cell / 2, y + Cell / 2, $"w{WeightStyle.Subscript(weight + 1)}", $"{TypeSize.Small.Class} strong");
        }
    }
}
