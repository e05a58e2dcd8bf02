namespace CourseCnn;

/// <summary>Writes out how one number of an output comes about.</summary>
static class Written
{
    /// <summary><c>1·3 + 0·0 − 2·1 = 1</c>: the patch's numbers times the kernel's, whose signs stand between.</summary>
    internal static IReadOnlyList<SumPiece> Products(SlidingWindow window, Size2d place)
    {
        var pieces = new List<SumPiece>();
        var exact = true;
        foreach (var (row, column, value) in window.Patch(place))
        {
            var weight = window.Kernel![row, column];
            exact &= NumberGrid.IsExact(value) && NumberGrid.IsExact(weight);
            var sign = weight < 0 ? (pieces.Count == 0 ? "\u2212" : " \u2212 ") : (pieces.Count == 0 ? "" : " + ");
            pieces.Add(new($"{sign}{Factor(value)}·", NumberGrid.Text(Math.Abs(weight)), window.Accent));
        }

        return [.. pieces, Result(window, place, exact)];
    }

    /// <summary><c>max(1, 3, 0, 2) = 3</c>.</summary>
    internal static IReadOnlyList<SumPiece> Greatest(SlidingWindow window, Size2d place)
    {
        var values = window.Patch(place).Select(cell => cell.Value).ToList();
        return [.. Listed("max(", values, ", ", ")"), Result(window, place, values.All(NumberGrid.IsExact))];
    }

    /// <summary><c>(1 + 3 + 0 + 2) / 4 = 1.5</c>.</summary>
    internal static IReadOnlyList<SumPiece> Mean(SlidingWindow window, Size2d place)
    {
        var values = window.Patch(place).Select(cell => cell.Value).ToList();
        return [.. Listed("(", values, " + ", $") / {Numbers.Count(values.Count)}"), Result(window, place, values.All(NumberGrid.IsExact))];
    }

    static IEnumerable<SumPiece> Listed(string before, IReadOnlyList<float> values, string between, string after) =>
        values.Select((value, index) =>
            new SumPiece((index == 0 ? before : between) + Factor(value) + (index == values.Count - 1 ? after : "")));

    /// <summary>A negative number stands in brackets.</summary>
    static string Factor(float value) => value < 0 ? $"({NumberGrid.Text(value)})" : NumberGrid.Text(value);

    static SumPiece Result(SlidingWindow window, Size2d place, bool exact)
    {
        var result = window.Output[place.Height, place.Width];
        return new(exact && NumberGrid.IsExact(result) ? " = " : " ≈ ", NumberGrid.Text(result), Accent.Map);
    }
}
