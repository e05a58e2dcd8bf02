using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Animations;

/// <summary>
/// A window that passes over a grid of numbers and makes one number at each place: what an animation of it needs to know.
/// </summary>
sealed record SlidingWindow
{
    /// <summary>What the figure is called.</summary>
    internal required string Title { get; init; }

    /// <summary>What a listener is told before the result.</summary>
    internal required string Description { get; init; }

    /// <summary>The numbers passed over, with their padding.</summary>
    internal required NumberGrid Input { get; init; }

    /// <summary>The numbers that each patch is multiplied by; pooling has none.</summary>
    internal NumberGrid? Kernel { get; init; }

    internal required NumberGrid Output { get; init; }

    internal required Size2d Window { get; init; }

    internal required Size2d Stride { get; init; }

    internal required Accent Accent { get; init; }

    /// <summary>The calculation of one output, from its patch: pieces that are not broken apart, and the result last.</summary>
    internal required Func<SlidingWindow, Size2d, IReadOnlyList<SumPiece>> Sum { get; init; }

    /// <summary>Whether the output is the greatest number under the window, which is then marked.</summary>
    internal bool KeepsGreatest { get; init; }

    internal int Steps => Output.Rows * Output.Columns;

    /// <summary>The place of an output in the output.</summary>
    internal Size2d Place(int step) => (step / Output.Columns, step % Output.Columns);

    /// <summary>The input's row and column that the window's corner lies on.</summary>
    internal Size2d Corner(int step)
    {
        var (row, column) = Place(step);
        return (row * Stride.Height, column * Stride.Width);
    }

    internal IReadOnlyList<SumPiece> SumOf(int step) => Sum(this, Place(step));

    /// <summary>The greatest number under the window, the first of several: its place in the input, and in the window.</summary>
    internal (int Row, int Column, int Index) Greatest(Size2d place)
    {
        var (cell, index) = Patch(place).Select((cell, index) => (cell, index)).MaxBy(each => each.cell.Value);
        return (place.Height * Stride.Height + cell.Row, place.Width * Stride.Width + cell.Column, index);
    }

    /// <summary>The numbers under the window.</summary>
    internal IEnumerable<(int Row, int Column, float Value)> Patch(Size2d place)
    {
        var (top, left) = (place.Height * Stride.Height, place.Width * Stride.Width);
        for (var row = 0; row < Window.Height; row++)
            for (var column = 0; column < Window.Width; column++)
                yield return (row, column, Input[top + row, left + column]);
    }
}
