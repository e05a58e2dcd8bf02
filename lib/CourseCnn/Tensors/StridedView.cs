using CourseCnn.Compute.Strides;

namespace CourseCnn.Tensors;

/// <summary>A way to look at a storage: sizes, how far apart neighbours are along each dimension, and where the first element is.</summary>
readonly record struct StridedView(Shape Shape, int[] Strides, int Offset)
{
    /// <summary>Row-major without gaps, as every tensor is stored.</summary>
    internal static StridedView Contiguous(Shape shape)
    {
        var strides = new int[shape.Rank];
        var stride = 1;
        for (var d = shape.Rank - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= shape[d];
        }

        return new(shape, strides, 0);
    }

    /// <summary>The view's elements in a storage of their own.</summary>
    internal Tensor Gather(ReadOnlySpan<float> source)
    {
        var result = new float[Shape.Count];
        StridedCopy.Copy(Shape.AsSpan(), source, Offset, Strides, result, 0, Contiguous(Shape).Strides);
        return new(result, Shape);
    }

    /// <summary>Writes <paramref name="value"/>, repeated as broadcasting says, to the view's elements.</summary>
    internal void Scatter(Tensor value, Span<float> target) =>
        StridedCopy.Copy(Shape.AsSpan(), value.Storage, 0, Broadcasting.Strides(value.Shape, Shape), target, Offset, Strides);
}
