using System.Globalization;

namespace CourseCnn;

/// <summary>
/// What stands between the brackets of <c>t[…]</c>, for one dimension: a number, a range, a slice with a step,
/// an ellipsis, or <c>null</c> for a new dimension of size 1, as None in Python.
/// </summary>
public sealed class TensorIndex
{
    TensorIndex(IndexKind kind, Range range = default, int step = 1, string written = "")
    {
        Kind = kind;
        Range = range;
        Step = step;
        Written = written;
    }

    internal enum IndexKind
    {
        Number,
        Slice,
        Ellipsis,
    }

    /// <summary>All dimensions that the other indices leave: <c>t[TensorIndex.Ellipsis, 0]</c>, in Python <c>t[..., 0]</c>.</summary>
    public static TensorIndex Ellipsis { get; } = new(IndexKind.Ellipsis);

    internal IndexKind Kind { get; }

    /// <summary>What a slice covers; a number is at the start of it.</summary>
    internal Range Range { get; }

    internal int Step { get; }

    /// <summary>The number as the learner wrote it.</summary>
    internal string Written { get; }

    /// <summary>
    /// Every <paramref name="step"/>-th element from <paramref name="start"/>
    /// to before <paramref name="stop"/>, in Python <c>start:stop:step</c>.
    /// </summary>
    /// <param name="start">The first; a negative number counts from the end. Default: from the beginning.</param>
    /// <param name="stop">The first that is left out; a negative number counts from the end. Default: to the end.</param>
    /// <param name="step">How far to go each time, 1 or more. Default: 1.</param>
    /// <exception cref="ArgumentException">The step is 0 or negative.</exception>
    public static TensorIndex Slice(int? start = null, int? stop = null, int step = 1) => step >= 1
        ? new(IndexKind.Slice, FromPython(start ?? 0)..(stop is { } end ? FromPython(end) : Index.End), step)
        : throw new ArgumentException(FormattableString.Invariant(
            $"A slice needs a step of 1 or more, but got {step}; Flip turns a dimension around."));

    /// <summary>One element of the dimension, which then is gone; a negative number counts from the end, as in Python.</summary>
    public static implicit operator TensorIndex(int index) =>
        new(IndexKind.Number, FromPython(index)..Index.End, written: index.ToString(CultureInfo.InvariantCulture));

    /// <summary>One element of the dimension, which then is gone: <c>t[^1]</c> is the last.</summary>
    public static implicit operator TensorIndex(Index index) => new(IndexKind.Number, index..Index.End, written: index.ToString());

    /// <summary>
    /// A part of the dimension: <c>t[1..3]</c>; <c>t[..]</c> is all of it. What lies beyond the end is left out, as in Python.
    /// </summary>
    public static implicit operator TensorIndex(Range range) => new(IndexKind.Slice, range);

    static Index FromPython(int index) => index >= 0 ? index : new Index(-index, fromEnd: true);
}
