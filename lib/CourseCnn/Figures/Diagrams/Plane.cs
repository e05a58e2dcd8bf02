using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A grid seen from the side, as if it stood upright in space, so that lines can run from one to the next.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">The height at which the right edge begins, the highest point.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Size">The height of a row.</param>
sealed record Plane(double X, double Y, int Rows, int Columns, double Size)
{
    /// <summary>How far a column is from the next: to the right, and up.</summary>
    const double Across = 0.62;
    const double Rise = 0.2;

    internal double Width => WidthOf(Columns, Size);

    internal double Height => HeightOf(Rows, Columns, Size);

    internal double Right => X + Width;

    internal static double WidthOf(int columns, double size) => columns * Across * size;

    internal static double HeightOf(int rows, int columns, double size) => (rows + Rise * columns) * size;

    /// <summary>A plane in the middle of a height.</summary>
    internal static Plane Around(double x, double middle, int rows, int columns, double size) =>
        new(x, middle - HeightOf(rows, columns, size) / 2, rows, columns, size);

    internal (double X, double Y) Point(double row, double column) =>
        (X + column * Across * Size, Y + (row + (Columns - column) * Rise) * Size);

    /// <summary>The middle of a cell.</summary>
    internal (double X, double Y) Cell(int row, int column) => Point(row + 0.5, column + 0.5);

    /// <summary>The outline of a part of it.</summary>
    internal string Outline(double row, double column, double rows, double columns) =>
        $"M{At(row, column)}L{At(row, column + columns)}L{At(row + rows, column + columns)}L{At(row + rows, column)}z";

    /// <summary>All lines between cells.</summary>
    internal string Lines()
    {
        var lines = "";
        for (var row = 1; row < Rows; row++)
            lines += $"M{At(row, 0)}L{At(row, Columns)}";
        for (var column = 1; column < Columns; column++)
            lines += $"M{At(0, column)}L{At(Rows, column)}";
        return lines;
    }

    /// <summary>Draws a picture on it, and its cells.</summary>
    internal void Draw(Canvas canvas, PixelGrid picture)
    {
        var (left, top) = Point(0, 0);
        canvas.Image(0, 0, Columns, Rows, picture,
            $" transform=\"matrix({Place(Across * Size)} {Place(-Rise * Size)} 0 {Place(Size)} {Place(left)} {Place(top)})\"");
        canvas.Path(Outline(0, 0, Rows, Columns) + Lines(), "line");
    }

    string At(double row, double column)
    {
        var (x, y) = Point(row, column);
        return $"{Place(x)} {Place(y)}";
    }
}
