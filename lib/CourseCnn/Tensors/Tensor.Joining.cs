using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>Joins tensors along a dimension that they have: two pictures side by side are <c>Tensor.Cat([a, b], dim: 1)</c>.</summary>
    /// <param name="tensors">At least one; all sizes are alike, except that of <paramref name="dim"/>.</param>
    /// <param name="dim">Where they are joined. Default: 0.</param>
    /// <exception cref="ArgumentException">There is no tensor, no such dimension, or another size differs.</exception>
    public static Tensor Cat(IReadOnlyList<Tensor> tensors, int dim = 0)
    {
        if (tensors.Count == 0)
            throw new ArgumentException("Cat needs at least one tensor, but the list is empty.");
        var first = tensors[0].Shape;
        if (first.Rank == 0)
            throw new ArgumentException("Cat joins along a dimension, but a single number has none; Stack makes a vector of numbers.");
        dim = first.Dimension(dim);

        var sizes = first.ToArray();
        sizes[dim] = 0;
        foreach (var tensor in tensors)
        {
            if (tensor.Rank != first.Rank || Enumerable.Range(0, first.Rank).Any(d => d != dim && tensor.Shape[d] != first[d]))
                throw new ArgumentException(
                    $"Cat cannot join shapes {first} and {tensor.Shape} at dimension {dim}: all other sizes must be equal.");
            sizes[dim] += tensor.Shape[dim];
        }

        var result = Zeros(new Shape(sizes));
        var whole = StridedView.Contiguous(result.Shape);
        var offset = 0;
        foreach (var tensor in tensors)
        {
            new StridedView(tensor.Shape, whole.Strides, offset).Scatter(tensor, result.storage);
            offset += tensor.Shape[dim] * whole.Strides[dim];
        }

        return result;
    }

    /// <summary>Lays tensors of one shape on top of each other along a new dimension: pictures become a batch.</summary>
    /// <param name="tensors">At least one, all of one shape.</param>
    /// <param name="dim">Where the new dimension goes. Default: 0, in front.</param>
    /// <exception cref="ArgumentException">There is no tensor, no such place, or a shape differs.</exception>
    public static Tensor Stack(IReadOnlyList<Tensor> tensors, int dim = 0)
    {
        if (tensors.Count == 0)
            throw new ArgumentException("Stack needs at least one tensor, but the list is empty.");
        var first = tensors[0].Shape;
        if (tensors.FirstOrDefault(tensor => tensor.Shape != first) is { } other)
            throw new ArgumentException($"Stack needs tensors of one shape, but got {first} and {other.Shape}.");
        return Cat([.. tensors.Select(tensor => tensor.Unsqueeze(dim))], dim < 0 ? dim + first.Rank + 1 : dim);
    }
}
