namespace CourseCnn;

/// <summary>
/// How many rows of zeros a convolution puts above and below its input, and columns to its left and right. Written as a size,
/// or as <c>"same"</c> (as many as keep the input's size) or <c>"valid"</c> (none).
/// </summary>
public readonly struct Padding2d
{
    readonly Size2d size;
    readonly string? word;

    Padding2d(Size2d size, string? word)
    {
        this.size = size;
        this.word = word;
    }

    /// <summary>The same number on all four sides: <c>1</c>.</summary>
    public static implicit operator Padding2d(int size) => new(size, null);

    /// <summary>Above and below, then left and right: <c>(1, 2)</c>.</summary>
    public static implicit operator Padding2d((int Height, int Width) size) => new(size, null);

    /// <summary>Above and below, then left and right.</summary>
    public static implicit operator Padding2d(Size2d size) => new(size, null);

    /// <summary><c>"same"</c> or <c>"valid"</c>.</summary>
    /// <exception cref="ArgumentException">It is another word.</exception>
    public static implicit operator Padding2d(string word) => word is "same" or "valid"
        ? new Padding2d(0, word)
        : throw new ArgumentException($"A padding is a number, a size such as (1, 2), \"same\" or \"valid\", but got \"{word}\".");

    internal bool IsSame => word == "same";

    internal bool IsWord => word is not null;

    internal bool IsZero => word == "valid" || (word is null && size == 0);

    /// <summary>The smallest of its numbers, to be checked; words have none.</summary>
    internal Size2d Size => size;

    /// <summary>Rows above and columns to the left, for a kernel of the given reach.</summary>
    internal Size2d Before(Size2d reach) => IsSame ? ((reach.Height - 1) / 2, (reach.Width - 1) / 2) : size;

    /// <summary>Rows below and columns to the right: where an even kernel keeps the size, one more than before.</summary>
    internal Size2d After(Size2d reach) => IsSame ? (reach.Height / 2, reach.Width / 2) : size;

    /// <summary>As PyTorch prints it: <c>(1, 1)</c>, <c>same</c>.</summary>
    public override string ToString() => word ?? size.Pair;

    /// <summary>As C# writes it: <c>(1, 1)</c>, <c>"same"</c>.</summary>
    internal string Code => word is null ? size.Pair : $"\"{word}\"";
}
