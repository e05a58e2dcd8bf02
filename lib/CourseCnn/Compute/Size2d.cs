using System.Globalization;
using CourseCnn.Display;

namespace CourseCnn;

/// <summary>
/// A height and a width: of a kernel, a stride, a padding. Written as one number where both are the same, or as a
/// tuple: <c>3</c>, <c>(3, 5)</c>.
/// </summary>
[TypeFormatterSource(typeof(TextFormatterSource), PreferredMimeTypes = [MimeTypes.Text])]
public readonly struct Size2d : IEquatable<Size2d>
{
    /// <summary>
    /// Whether it was written as one number: <c>MaxPool2d(2)</c> prints <c>2</c>, <c>MaxPool2d((2, 2))</c> prints <c>(2, 2)</c>.
    /// </summary>
    readonly bool isOneNumber;

    /// <summary>The same height and width.</summary>
    public Size2d(int size)
    {
        Height = Width = size;
        isOneNumber = true;
    }

    /// <summary>A height and a width.</summary>
    public Size2d(int height, int width)
    {
        Height = height;
        Width = width;
    }

    /// <summary>The size from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The size from left to right.</summary>
    public int Width { get; }

    /// <summary>The smaller of the two.</summary>
    internal int Smallest => Math.Min(Height, Width);

    /// <summary>Both sizes, also where they were written as one number.</summary>
    internal string Pair => string.Create(CultureInfo.InvariantCulture, $"({Height}, {Width})");

    /// <summary>One number for both: <c>3</c>.</summary>
    public static implicit operator Size2d(int size) => new(size);

    /// <summary>Height and width: <c>(3, 5)</c>.</summary>
    public static implicit operator Size2d((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>Whether both heights and both widths are the same.</summary>
    public static bool operator ==(Size2d a, Size2d b) => a.Equals(b);

    /// <summary>Whether the heights or the widths differ.</summary>
    public static bool operator !=(Size2d a, Size2d b) => !a.Equals(b);

    /// <summary>Takes the two apart: <c>var (height, width) = size;</c>.</summary>
    public void Deconstruct(out int height, out int width) => (height, width) = (Height, Width);

    /// <inheritdoc/>
    public bool Equals(Size2d other) => Height == other.Height && Width == other.Width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Size2d other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Height, Width);

    /// <summary>As it was written: <c>3</c> or <c>(3, 5)</c>.</summary>
    public override string ToString() => isOneNumber ? Height.ToString(CultureInfo.InvariantCulture) : Pair;
}
