namespace CourseCnn.Compute.MatrixProduct;

/// <summary>
/// A matrix laid out as tiles read it: in panels as wide as a tile, each row of a panel right behind the one before. The last panel is
/// filled up with zeros.
/// </summary>
/// <remarks><code>
///   a matrix of (depth, columns)            its panels, one after the other in memory
///   | a a a a | b b b b | c c . . |         | a a a a |   | b b b b |   | c c 0 0 |
///   | a a a a | b b b b | c c . . |   ->    | a a a a |   | b b b b |   | c c 0 0 |
/// </code></remarks>
static unsafe class Panels
{
    /// <summary>How many panels there are for so many columns.</summary>
    public static int Count(int columns) => Count(columns, Tile.Width);

    /// <summary>The same for panels of another width.</summary>
    public static int Count(int columns, int width) => (columns + width - 1) / width;

    /// <summary>How many numbers the panels of a matrix hold.</summary>
    public static long Length(int depth, int columns) => (long)Count(columns) * depth * Tile.Width;

    /// <summary>Lays out some rows of a row-major matrix, each read from end to end.</summary>
    public static void PackRows(float* matrix, int depth, int columns, int from, int to, float* panels)
    {
        for (var k = from; k < to; k++)
            for (var column = 0; column < columns; column += Tile.Width)
            {
                var target = panels + ((long)column * depth + (long)k * Tile.Width);
                var used = Math.Min(Tile.Width, columns - column);
                new ReadOnlySpan<float>(matrix + (long)k * columns + column, used).CopyTo(new(target, used));
                if (used < Tile.Width)
                    new Span<float>(target + used, Tile.Width - used).Clear();
            }
    }

    /// <summary>Lays out one panel of a matrix that is stored the other way round, as (columns, depth).</summary>
    public static void PackTransposed(float* matrix, int depth, int columns, int panel, float* target)
    {
        var first = panel * Tile.Width;
        var used = Math.Min(Tile.Width, columns - first);
        Transposition.Copy(matrix + (long)first * depth, depth, used, depth, target, Tile.Width);
        if (used == Tile.Width)
            return;
        for (var k = 0; k < depth; k++)
            new Span<float>(target + (long)k * Tile.Width + used, Tile.Width - used).Clear();
    }
}
