using System.Numerics.Tensors;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Strides;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>
    /// The matrix product, by PyTorch's rules: two vectors give a number; a vector on the left
    /// counts as a row, on the right as a column, and that dimension is gone from the result; with
    /// more than two dimensions, the last two are matrices and those in front meet by broadcasting.
    /// </summary>
    /// <param name="other">The right side: as many rows as this has columns.</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or one side is a single number.</exception>
    public Tensor MatMul(Tensor other)
    {
        if (Rank == 0 || other.Rank == 0)
            throw new ArgumentException(
                $"MatMul needs vectors or matrices, but got shapes {Shape} and {other.Shape}; * multiplies by a number.");

        var left = Rank == 1 ? Unsqueeze(0) : this;
        var right = other.Rank == 1 ? other.Unsqueeze(1) : other;
        var (rows, inner, columns) = (left.Shape[^2], left.Shape[^1], right.Shape[^1]);
        if (inner != right.Shape[^2])
            throw new ArgumentException(
                $"MatMul cannot multiply shapes {Shape} and {other.Shape}: the left has {inner} columns, "
                + $"but the right has {right.Shape[^2]} rows; they must be equal.");

        var (leftBatch, rightBatch) = (left.Shape[..^2], right.Shape[..^2]);
        var batch = Broadcasting.Common(
            leftBatch, rightBatch, $"MatMul cannot multiply shapes {Shape} and {other.Shape}: the sizes in front of the matrices");
        var shape = new Shape([.. batch, rows, columns]);
        var product = new Tensor(OutputPool.Allocate(shape.Count), shape);
        // One right side for all: the left matrices, one below the other, are a single tall one.
        if (rightBatch.Count == 1)
            MatrixProduct.Multiply(left.storage, right.storage, product.storage, leftBatch.Count * rows, inner, columns);
        else
            MultiplyBatches(left, right, product, batch);

        if (Rank == 1)
            product = product.Squeeze(-2);
        return other.Rank == 1 ? product.Squeeze(-1) : product;
    }

    /// <summary>The inner product of two vectors.</summary>
    /// <exception cref="ArgumentException">They are not vectors of the same length.</exception>
    public Tensor Dot(Tensor other) => Rank == 1 && Shape == other.Shape
        ? Scalar(Count == 0 ? 0 : TensorPrimitives.Dot<float>(storage, other.storage))
        : throw new ArgumentException(
            $"Dot needs two vectors of the same length, but got shapes {Shape} and {other.Shape}; MatMul multiplies matrices.");

    static void MultiplyBatches(Tensor left, Tensor right, Tensor product, Shape batch)
    {
        var (rows, inner, columns) = (left.Shape[^2], left.Shape[^1], right.Shape[^1]);
        var runs = new StridedRuns(
            batch.AsSpan(),
            Broadcasting.Strides(left.Shape[..^2], batch),
            Broadcasting.Strides(right.Shape[..^2], batch));
        var start = 0;
        while (runs.Next())
        {
            for (var i = 0; i < runs.Length; i++, start += rows * columns)
            {
                var a = left.storage.AsSpan((runs.Offset(0) + i * runs.Stride[0]) * rows * inner, rows * inner);
                var b = right.storage.AsSpan((runs.Offset(1) + i * runs.Stride[1]) * inner * columns, inner * columns);
                MatrixProduct.Multiply(a, b, product.storage.AsSpan(start, rows * columns), rows, inner, columns);
            }
        }
    }
}
