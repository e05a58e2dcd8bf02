using CourseCnn.Display;
using CourseCnn.Tensors;

namespace CourseCnn;

/// <summary>
/// An n-dimensional array of 32-bit floats, stored row-major without gaps.
/// Reshaping is free: the result shares the storage of the original. Slicing copies.
/// </summary>
[TypeFormatterSource(typeof(TextFormatterSource), PreferredMimeTypes = [MimeTypes.Text])]
public partial class Tensor
{
    readonly float[] storage;

    /// <summary>
    /// Takes <paramref name="storage"/> over, without a copy; it must hold exactly the elements of <paramref name="shape"/>.
    /// </summary>
    internal Tensor(float[] storage, Shape shape)
    {
        if (storage.Length != shape.Count)
            throw new ArgumentException($"Shape {shape} has {shape.Count} elements, but {storage.Length} numbers were given.");
        this.storage = storage;
        Shape = shape;
    }

    /// <summary>
    /// The size of each dimension, outermost first: a picture is (height, width), a batch of pictures (count, channels, height, width).
    /// </summary>
    public Shape Shape { get; }

    /// <summary>How many dimensions there are; 0 for a single number.</summary>
    public int Rank => Shape.Rank;

    /// <summary>How many elements there are: the product of the shape.</summary>
    public int Count => storage.Length;

    /// <summary>The elements in row-major order, to read and to write in place.</summary>
    public Span<float> Span => storage;

    /// <summary>The storage itself, for the library's own loops.</summary>
    internal float[] Storage => storage;

    /// <summary>The tensor as PyTorch prints it: <c>tensor([[1., 2.], [3., 4.]])</c> on two lines; long ones are shortened.</summary>
    public override string ToString() => TensorPrinter.Print(this);
}
