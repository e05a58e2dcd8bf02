using System.Globalization;
using CourseCnn.Figures.Drawing;
using static System.FormattableString;

namespace CourseCnn.Figures.Animations;

/// <summary>Numbers in rows and columns, as they are written into the cells of a drawing.</summary>
sealed class NumberGrid
{
    /// <summary>The largest number that is written out.</summary>
    const float Largest = 99_999;

    /// <summary>How many numbers a listener may be told.</summary>
    const int MostSpoken = 25;

    readonly float[] values;

    /// <param name="values">Row by row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="inner">The rows and columns that are no padding.</param>
    NumberGrid(float[] values, int rows, int columns, (Range Rows, Range Columns) inner)
    {
        (this.values, Rows, Columns) = (values, rows, columns);
        (First, Last) = ((inner.Rows.Start.Value, inner.Columns.Start.Value), (inner.Rows.End.Value, inner.Columns.End.Value));
    }

    internal int Rows { get; }

    internal int Columns { get; }

    /// <summary>Where the numbers begin that are no padding.</summary>
    internal Size2d First { get; }

    /// <summary>One past where they end.</summary>
    internal Size2d Last { get; }

    internal bool IsPadded => (First.Height, First.Width, Last.Height, Last.Width) != (0, 0, Rows, Columns);

    internal float this[int row, int column] => values[row * Columns + column];

    internal bool IsPadding(int row, int column) =>
        row < First.Height || row >= Last.Height || column < First.Width || column >= Last.Width;

    internal string Text(int row, int column) => Text(this[row, column]);

    /// <summary>The longest of the numbers, as written.</summary>
    internal string Longest => values.Select(Text).MaxBy(text => TextWidth.Of(text, 1))!;

    /// <summary>The rows one after the other, for a listener.</summary>
    internal string Spoken => values.Length > MostSpoken
        ? $"values from {Text(values.Min())} to {Text(values.Max())}"
        : string.Join("; ", Enumerable.Range(0, Rows).Select(row =>
        string.Join(", ", Enumerable.Range(0, Columns).Select(column => Text(row, column)))));

    /// <summary>A number with as many decimals as fit into a cell, and a minus sign that is as wide as a plus.</summary>
    internal static string Text(float value)
    {
        var format = Math.Abs(value) switch { < 10 => "0.####", < 100 => "0.###", < 1000 => "0.##", < 10000 => "0.#", _ => "0" };
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text.Replace('-', '\u2212');
    }

    /// <summary>Whether the number is what <see cref="Text(float)"/> writes, but for the rounding of binary numbers.</summary>
    internal static bool IsExact(float value)
    {
        var written = float.Parse(Text(value).Replace('\u2212', '-'), CultureInfo.InvariantCulture);
        return Math.Abs(written - value) <= 2e-6f * Math.Max(1, Math.Abs(value));
    }

    /// <summary>The numbers of a tensor whose last two sizes are rows and columns, all others 1.</summary>
    /// <param name="tensor">The numbers.</param>
    /// <param name="before">Rows of zeros above and columns to the left.</param>
    /// <param name="after">Rows of zeros below and columns to the right.</param>
    internal static NumberGrid Of(Tensor tensor, Size2d before = default, Size2d after = default)
    {
        var (height, width) = (tensor.Shape[^2], tensor.Shape[^1]);
        var (rows, columns) = (before.Height + height + after.Height, before.Width + width + after.Width);
        var values = new float[rows * columns];
        for (var row = 0; row < height; row++)
            tensor.Span.Slice(row * width, width).CopyTo(values.AsSpan((before.Height + row) * columns + before.Width));
        return new(values, rows, columns, (before.Height..(before.Height + height), before.Width..(before.Width + width)));
    }

    /// <summary>Reports what cannot be written into cells.</summary>
    internal static void Check(Tensor tensor, string caller, string what, int most, string advice)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var shape = tensor.Shape;
        if (shape.Rank is < 2 or > 4 || shape.Count == 0 || shape.Count != shape[^1] * shape[^2])
            throw new ArgumentException(Invariant($"{caller} needs {what} of shape (height, width), but got shape {shape}. ")
                + (shape.Rank > 2 && shape.Count > 0 ? "Take one channel by its index, as in image[0]."
                    : "Write one as Tensor.Of([[1, 0], [0, 1]])."));
        if (shape[^2] > most || shape[^1] > most)
            throw new ArgumentException(
                Invariant($"{caller} writes out every number, so it takes {what} of at most {most} x {most}, ")
                + Invariant($"but got {shape[^2]} x {shape[^1]}. {advice}"));
        foreach (var value in tensor.Span)
            if (!(Math.Abs(value) <= Largest))
                throw new ArgumentException(
                    Invariant($"{caller} writes out every number, but {what} holds {value}: take numbers from {-Largest} to {Largest}."));
    }
}
