using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Animations;

/// <summary>Writes out how one number of an output comes about.</summary>
static class WrittenSum
{
    /// <summary><c>1·3 + 0·0 + 2·(−1) = 1</c>: the patch's numbers times the kernel's, each as it stands in its cell.</summary>
    internal static IReadOnlyList<SumPiece> Products(SlidingWindow window, Size2d place)
    {
        var pieces = new List<SumPiece>();
        var exact = true;
        foreach (var (row, column, value) in window.Patch(place))
        {
            var weight = window.Kernel![row, column];
            exact &= NumberGrid.IsExact(value) && NumberGrid.IsExact(weight);
            pieces.Add(Emphasised($"{(pieces.Count == 0 ? "" : " + ")}{Factor(value)}·", weight, window.Accent));
        }

        return [.. pieces, Result(window, place, exact)];
    }

    /// <summary><c>max(1, 3, 0, 2) = 3</c>, of which the greatest stands out.</summary>
    internal static IReadOnlyList<SumPiece> Greatest(SlidingWindow window, Size2d place)
    {
        var values = window.Patch(place).Select(cell => cell.Value).ToList();
        var pieces = Listed("max(", values, ", ", ")").ToList();
        var greatest = window.Greatest(place).Index;
        var (before, last) = (greatest == 0 ? "max(" : ", ", greatest == values.Count - 1);
        pieces[greatest] = Emphasised(before, values[greatest], window.Accent, last ? ")" : "");
        return [.. pieces, Result(window, place, values.All(NumberGrid.IsExact))];
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

    static SumPiece Emphasised(string before, float number, Accent accent, string after = "") => number < 0
        ? new($"{before}(", NumberGrid.Text(number), accent, $"){after}")
        : new(before, NumberGrid.Text(number), accent, after);

    /// <summary>A negative number stands in brackets.</summary>
    static string Factor(float value) => value < 0 ? $"({NumberGrid.Text(value)})" : NumberGrid.Text(value);

    static SumPiece Result(SlidingWindow window, Size2d place, bool exact)
    {
        var result = window.Output[place.Height, place.Width];
        return new(exact && NumberGrid.IsExact(result) ? " = " : " ≈ ", NumberGrid.Text(result), Accent.Map);
    }
}
