using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using CourseCnn.Display;

namespace CourseCnn;

/// <summary>
/// The sizes of a tensor's dimensions, outermost first. Written as a number, a tuple or a collection:
/// <c>3</c>, <c>(1, 100, 100)</c>, <c>[1, 100, 100]</c>.
/// </summary>
[TypeFormatterSource(typeof(TextFormatterSource), PreferredMimeTypes = [MimeTypes.Text])]
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>, IReadOnlyList<int>
{
    readonly int[]? sizes;

    /// <summary>A shape of the given sizes; none gives the shape of a single number.</summary>
    /// <exception cref="ArgumentException">A size is negative, or the product is more than an array can hold.</exception>
    public Shape(params ReadOnlySpan<int> sizes)
    {
        Check(sizes);
        this.sizes = sizes.ToArray();
    }

    /// <summary>An error sentence for sizes that no shape can have.</summary>
    internal static void Check(params ReadOnlySpan<int> sizes)
    {
        long count = 1;
        foreach (var size in sizes)
        {
            if (size < 0)
                throw new ArgumentException($"A shape's sizes cannot be negative, but {Text(sizes)} was given.");
            count *= size;
            if (count > Array.MaxLength)
                throw new ArgumentException($"A tensor holds at most {Array.MaxLength} elements; shape {Text(sizes)} asks for more.");
        }
    }

    /// <summary>What <c>[1, 100, 100]</c> compiles to.</summary>
    public static Shape Create(ReadOnlySpan<int> sizes) => new(sizes);

    /// <summary>How many dimensions there are.</summary>
    public int Rank => sizes?.Length ?? 0;

    /// <summary>The same as <see cref="Rank"/>: what C# counts in <c>[.. shape]</c> and <c>shape is [var height, var width]</c>.</summary>
    public int Length => Rank;

    /// <summary>How many elements a tensor of this shape has: the product of the sizes, 1 for no dimension.</summary>
    public int Count
    {
        get
        {
            var count = 1;
            foreach (var size in AsSpan())
                count *= size;
            return count;
        }
    }

    int IReadOnlyCollection<int>.Count => Rank;

    /// <summary>The size of one dimension; a negative number counts from the last, as in Python.</summary>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public int this[int dimension] => AsSpan()[Dimension(dimension)];

    /// <summary>The size of one dimension, so that <c>shape[^1]</c> is the last.</summary>
    public int this[Index dimension] => this[dimension.IsFromEnd ? -dimension.Value : dimension.Value];

    /// <summary>Some of the dimensions: what <c>shape[..^2]</c> compiles to.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="length">How many.</param>
    public Shape Slice(int start, int length) => new(AsSpan().Slice(start, length));

    /// <summary>The sizes, outermost first.</summary>
    public ReadOnlySpan<int> AsSpan() => sizes;

    /// <summary>The sizes as an array of its own.</summary>
    public int[] ToArray() => AsSpan().ToArray();

    /// <summary>The number of dimensions in words.</summary>
    internal string DimensionCount => Rank == 1 ? "1 dimension" : $"{Rank} dimensions";

    /// <summary>A dimension's number counted from the front: -1 becomes the last one.</summary>
    internal int Dimension(int dimension)
    {
        if (dimension < -Rank || dimension >= Rank)
        {
            var choice = Rank == 0 ? "" : FormattableString.Invariant($", take {-Rank} to {Rank - 1}");
            throw new ArgumentException(FormattableString.Invariant(
                $"Shape {this} has {DimensionCount}: dimension {dimension} does not exist{choice}."));
        }


        return dimension < 0 ? dimension + Rank : dimension;
    }

    /// <summary>One dimension: <c>3</c>.</summary>
    public static implicit operator Shape(int size) => new(size);

    /// <summary>Two dimensions: <c>(100, 100)</c>.</summary>
    public static implicit operator Shape((int, int) sizes) => new(sizes.Item1, sizes.Item2);

    /// <summary>Three dimensions: <c>(1, 100, 100)</c>.</summary>
    public static implicit operator Shape((int, int, int) sizes) => new(sizes.Item1, sizes.Item2, sizes.Item3);

    /// <summary>Four dimensions: <c>(8, 1, 100, 100)</c>.</summary>
    public static implicit operator Shape((int, int, int, int) sizes) => new(sizes.Item1, sizes.Item2, sizes.Item3, sizes.Item4);

    /// <summary>As many dimensions as the array has numbers.</summary>
    public static implicit operator Shape(int[] sizes) => new(sizes);

    /// <summary>Whether both have the same sizes in the same order.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Whether a size or the number of dimensions differs.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(Shape other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var size in AsSpan())
            hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>The sizes in brackets: <c>(1, 100, 100)</c>.</summary>
    public override string ToString() => Text(AsSpan());

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(sizes ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Numbers as a shape is written, also where they cannot be one.</summary>
    internal static string Text(ReadOnlySpan<int> sizes) =>
        $"({string.Join(", ", sizes.ToArray().Select(size => size.ToString(CultureInfo.InvariantCulture)))})";
}
