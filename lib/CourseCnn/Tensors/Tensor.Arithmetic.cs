using System.Numerics.Tensors;
using CourseCnn.Compute.Elementwise;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Strides;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>Adds element by element; shapes meet by broadcasting.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator +(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.Add);

    /// <summary>Subtracts element by element; shapes meet by broadcasting.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator -(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.Subtract);

    /// <summary>Multiplies element by element (<see cref="MatMul"/> is the matrix product); shapes meet by broadcasting.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator *(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.Multiply);

    /// <summary>Divides element by element; shapes meet by broadcasting.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator /(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.Divide);

    /// <summary>Every element with the other sign.</summary>
    public static Tensor operator -(Tensor a) => a.Map(TensorPrimitives.Negate);

    /// <summary>Every element to the power of the exponent; shapes meet by broadcasting.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public Tensor Pow(Tensor exponent) => Combine(this, exponent, BinaryKernel.Power);

    /// <summary>The smaller of two elements; NaN where one of them is.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public Tensor Minimum(Tensor other) => Combine(this, other, BinaryKernel.Minimum);

    /// <summary>The larger of two elements; NaN where one of them is.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public Tensor Maximum(Tensor other) => Combine(this, other, BinaryKernel.Maximum);

    static Tensor Combine(Tensor a, Tensor b, BinaryKernel kernel)
    {
        if (a is null || b is null)
            throw new ArgumentException(
                $"Arithmetic needs two tensors, but the {(a is null ? "first" : "second")} is null: "
                + "assign it before, as in var a = Tensor.Ones((2, 2));.");
        var shape = Broadcasting.Common(a.Shape, b.Shape);
        var result = OutputPool.Allocate(shape.Count);
        var runs = new StridedRuns(shape.AsSpan(), Broadcasting.Strides(a.Shape, shape), Broadcasting.Strides(b.Shape, shape));
        var length = runs.Length;
        for (var start = 0; runs.Next(); start += length)
        {
            var (left, right) = (runs.Offset(0), runs.Offset(1));
            var target = result.AsSpan(start, length);
            if (runs.Stride[1] == 0)
                kernel.RowNumber(a.storage.AsSpan(left, length), b.storage[right], target);
            else if (runs.Stride[0] == 0)
                kernel.NumberRow(a.storage[left], b.storage.AsSpan(right, length), target);
            else
                kernel.Rows(a.storage.AsSpan(left, length), b.storage.AsSpan(right, length), target);
        }

        return new(result, shape);
    }
}
