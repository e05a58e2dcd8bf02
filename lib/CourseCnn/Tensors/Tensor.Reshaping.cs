using System.Runtime.CompilerServices;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>The transposed matrix: rows become columns.</summary>
    /// <exception cref="InvalidOperationException">There are more than two dimensions.</exception>
    public Tensor T => Rank switch
    {
        < 2 => this,
        2 => Transpose(0, 1),
        _ => throw new InvalidOperationException(
            $"T turns a matrix, but the tensor has shape {Shape}; write Transpose(dim0, dim1) to say which dimensions change places."),
    };

    /// <summary>The same elements in another shape, without a copy: writing to one writes to the other.</summary>
    /// <param name="sizes">The new sizes; one of them may be -1 and is then worked out.</param>
    /// <exception cref="ArgumentException">The sizes do not give as many elements as there are.</exception>
    [OverloadResolutionPriority(1)]
    public Tensor Reshape(params ReadOnlySpan<int> sizes) => new(storage, Reshaping.Resolve(Shape, sizes));

    /// <summary>The same elements in another shape, without a copy: writing to one writes to the other.</summary>
    /// <exception cref="ArgumentException">The shape does not have as many elements as there are.</exception>
    public Tensor Reshape(Shape shape) => Reshape(shape.AsSpan());

    /// <summary>The same elements in another shape: <c>t.Reshape((3, -1))</c>.</summary>
    /// <exception cref="ArgumentException">The sizes do not give as many elements as there are.</exception>
    public Tensor Reshape((int, int) sizes) => Reshape(sizes.Item1, sizes.Item2);

    /// <summary>The same elements in another shape: <c>t.Reshape((1, 3, -1))</c>.</summary>
    /// <exception cref="ArgumentException">The sizes do not give as many elements as there are.</exception>
    public Tensor Reshape((int, int, int) sizes) => Reshape(sizes.Item1, sizes.Item2, sizes.Item3);

    /// <summary>The same elements in another shape: <c>t.Reshape((8, 1, 28, -1))</c>.</summary>
    /// <exception cref="ArgumentException">The sizes do not give as many elements as there are.</exception>
    public Tensor Reshape((int, int, int, int) sizes) => Reshape(sizes.Item1, sizes.Item2, sizes.Item3, sizes.Item4);

    /// <summary>Joins the dimensions from <paramref name="startDim"/> to <paramref name="endDim"/> into one, without a copy.</summary>
    /// <param name="startDim">The first of them. Default: 0.</param>
    /// <param name="endDim">The last of them. Default: -1, the last there is.</param>
    /// <exception cref="ArgumentException">There is no such dimension, or the first comes after the last.</exception>
    public Tensor Flatten(int startDim = 0, int endDim = -1)
    {
        if (Rank == 0)
            return Reshape(1);
        var (start, end) = (Shape.Dimension(startDim), Shape.Dimension(endDim));
        if (start > end)
            throw new ArgumentException(FormattableString.Invariant(
                $"Flatten cannot go from dimension {startDim} back to dimension {endDim} of shape {Shape}."));
        return Reshape([.. Shape[..start], Shape[start..(end + 1)].Count, .. Shape[(end + 1)..]]);
    }

    /// <summary>Drops every dimension of size 1, without a copy.</summary>
    public Tensor Squeeze() => Reshape([.. Shape.Where(size => size != 1)]);

    /// <summary>
    /// Drops the dimension <paramref name="dim"/> if its size is 1, without a copy; otherwise changes nothing, as in PyTorch.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Squeeze(int dim)
    {
        dim = Shape.Dimension(dim);
        return Shape[dim] == 1 ? Reshape([.. Shape.Where((_, d) => d != dim)]) : this;
    }

    /// <summary>Adds a dimension of size 1 before dimension <paramref name="dim"/>, without a copy; -1 adds it at the end.</summary>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public Tensor Unsqueeze(int dim)
    {
        if (dim < -Rank - 1 || dim > Rank)
            throw new ArgumentException(FormattableString.Invariant(
                $"Shape {Shape} has places {-Rank - 1} to {Rank} for a new dimension, but Unsqueeze({dim}) was asked for."));
        var place = dim < 0 ? dim + Rank + 1 : dim;
        return Reshape([.. Shape[..place], 1, .. Shape[place..]]);
    }

    /// <summary>A copy in which two dimensions have changed places.</summary>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Transpose(int dim0, int dim1)
    {
        int[] order = [.. Enumerable.Range(0, Rank)];
        var (first, second) = (Shape.Dimension(dim0), Shape.Dimension(dim1));
        (order[first], order[second]) = (second, first);
        return Permute(order);
    }

    /// <summary>A copy with the dimensions in another order: <c>picture.Permute(1, 2, 0)</c> puts channels last.</summary>
    /// <param name="dims">Every dimension once, in the new order.</param>
    /// <exception cref="ArgumentException">A dimension is missing, named twice, or does not exist.</exception>
    public Tensor Permute(params ReadOnlySpan<int> dims) => Reshaping.Permuted(Shape, dims).Gather(storage);

    /// <summary>A copy that runs backwards along the given dimensions.</summary>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Flip(params ReadOnlySpan<int> dims) => Reshaping.Flipped(Shape, dims).Gather(storage);

    /// <summary>A copy repeated along its dimensions of size 1, and along new ones in front, until it has the given shape.</summary>
    /// <exception cref="ArgumentException">A dimension that is not 1 differs.</exception>
    public Tensor Expand(Shape shape) => Broadcasting.Fits(Shape, shape)
        ? new StridedView(shape, Broadcasting.Strides(Shape, shape), 0).Gather(storage)
        : throw new ArgumentException(
            $"Shape {Shape} cannot be expanded to {shape}: only dimensions of size 1, and new ones in front, can be repeated.");

    /// <summary>A copy with a storage of its own.</summary>
    public Tensor Clone() => new(ToArray(), Shape);
}
