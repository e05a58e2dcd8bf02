using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Animations;

/// <summary>A grid of numbers in a drawing: where it stands, its cells and what is written into them.</summary>
/// <param name="grid">The numbers.</param>
/// <param name="cell">How high and wide a cell is.</param>
/// <param name="size">What is written above it, beneath its heading.</param>
sealed class GridDrawing(NumberGrid grid, double cell, string size)
{
    /// <summary>Smaller type than this nobody reads.</summary>
    const double Smallest = 7;

    internal double Cell => cell;

    internal double Width => grid.Columns * cell;

    internal double Height => grid.Rows * cell;

    internal string Size => size;

    /// <summary>How wide the grid is with its heading.</summary>
    internal double Room =>
        Math.Max(Width, Math.Max(TextWidth.Of("Output", TypeSize.Heading.Narrow), TextWidth.Of(size, TypeSize.Small.Narrow)));

    internal double NumberSize => Math.Min(Math.Min(0.42 * cell, 20), (cell - 7) / TextWidth.Of(grid.Longest, 1));

    internal double Left { get; private set; }

    internal double Top { get; private set; }

    internal double Right => Left + Width;

    internal double Centre => Left + Width / 2;

    /// <summary>Puts the grid in the middle of its room.</summary>
    internal void MoveTo(double left, double top) => (Left, Top) = (left + (Room - Width) / 2, top);

    /// <summary>Draws the cells: those of the padding, if there is one, beneath the others.</summary>
    internal void DrawCells(Canvas canvas, string style)
    {
        if (grid.IsPadded)
            canvas.Cells(Left, Top, grid.Rows, grid.Columns, cell, "pad");
        var ((top, left), (bottom, right)) = (grid.First, grid.Last);
        canvas.Cells(Left + left * cell, Top + top * cell, bottom - top, right - left, cell, style);
    }

    internal void DrawNumbers(Canvas canvas, Func<int, int, string> style, Func<int, int, string>? appearance = null)
    {
        using var _ = canvas.Group($"font-size=\"{Place(NumberSize)}\"");
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                canvas.Text(Left + (column + 0.5) * cell, Top + (row + 0.5) * cell, grid.Text(row, column),
                    (style(row, column) + (appearance is null ? "" : " from")).Trim(), appearance?.Invoke(row, column) ?? "");
    }

    /// <summary>A number once more, on a ground of its own: the one that counts.</summary>
    internal void DrawMark(Canvas canvas, int row, int column, string ground)
    {
        const double Inset = 5;
        var (x, y) = (Left + column * cell, Top + row * cell);
        canvas.Rect(x + Inset, y + Inset, cell - 2 * Inset, cell - 2 * Inset, ground, 6);
        canvas.Text(x + cell / 2, y + cell / 2, grid.Text(row, column), "on", $" font-size=\"{Place(NumberSize)}\"");
    }

    /// <summary>The grid's numbers, small, in the corners of the cells they lie on, whose own numbers are of the given size.</summary>
    internal void DrawCorners(Canvas canvas, double left, double top, double numbers, string style)
    {
        var type = Math.Min(0.24 * cell, 0.7 * numbers);
        if (type < Smallest || TextWidth.Of("×" + grid.Longest, type) > cell - 6)
            return;
        using var _ = canvas.Group($"font-size=\"{Place(type)}\"");
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
            {
                var (right, middle) = (left + (column + 1) * cell - 4, top + (row + 1) * cell - 0.55 * type - 2);
                canvas.Text(right, middle, "×" + grid.Text(row, column), style + " right corner");
            }
    }
}
