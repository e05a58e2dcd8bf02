using System.Runtime.CompilerServices;

namespace CourseCnn;

/// <summary>
/// Which dimensions a reduction takes together: <c>0</c>, <c>(2, 3)</c>, <c>[0, 2, 3]</c>;
/// negative numbers count from the last, as in Python. None stands for all of them.
/// </summary>
[CollectionBuilder(typeof(Dims), nameof(Create))]
public readonly struct Dims
{
    readonly int[]? numbers;

    Dims(int[] numbers) => this.numbers = numbers;

    /// <summary>What <c>[0, 2, 3]</c> compiles to.</summary>
    public static Dims Create(ReadOnlySpan<int> numbers) => new(numbers.ToArray());

    /// <summary>One dimension.</summary>
    public static implicit operator Dims(int number) => new([number]);

    /// <summary>Two dimensions.</summary>
    public static implicit operator Dims((int, int) numbers) => new([numbers.Item1, numbers.Item2]);

    /// <summary>Three dimensions.</summary>
    public static implicit operator Dims((int, int, int) numbers) => new([numbers.Item1, numbers.Item2, numbers.Item3]);

    /// <summary>As many dimensions as the array has numbers.</summary>
    public static implicit operator Dims(int[] numbers) => new([.. numbers]);

    /// <summary>The dimensions one by one.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(numbers ?? [])).GetEnumerator();

    /// <summary>The dimensions of <paramref name="shape"/> that are meant, counted from the front, in ascending order.</summary>
    internal int[] Of(Shape shape)
    {
        if (numbers is not { Length: > 0 })
            return [.. Enumerable.Range(0, shape.Rank)];
        int[] dims = [.. numbers.Select(shape.Dimension).Order()];
        if (dims.Distinct().Count() < dims.Length)
            throw new ArgumentException($"A dimension can be given once only, but got {Shape.Text(numbers)} for shape {shape}.");
        return dims;
    }
}
