using System.Numerics.Tensors;

namespace CourseCnn.Compute.Elementwise;

/// <summary>An operation on pairs of numbers, over runs: each of both sides, or one side a single number for the whole run.</summary>
sealed record BinaryKernel(BinaryKernel.RowsAction Rows, BinaryKernel.RowNumberAction RowNumber, BinaryKernel.NumberRowAction NumberRow)
{
    internal delegate void RowsAction(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> result);

    internal delegate void RowNumberAction(ReadOnlySpan<float> a, float b, Span<float> result);

    internal delegate void NumberRowAction(float a, ReadOnlySpan<float> b, Span<float> result);

    internal static readonly BinaryKernel Add = Commutative(TensorPrimitives.Add, TensorPrimitives.Add);

    internal static readonly BinaryKernel Subtract = new(TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    internal static readonly BinaryKernel Multiply = Commutative(TensorPrimitives.Multiply, TensorPrimitives.Multiply);

    internal static readonly BinaryKernel Divide = new(TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide);

    internal static readonly BinaryKernel Power = new(TensorPrimitives.Pow, TensorPrimitives.Pow, TensorPrimitives.Pow);

    internal static readonly BinaryKernel Minimum = Commutative(TensorPrimitives.Min, TensorPrimitives.Min);

    internal static readonly BinaryKernel Maximum = Commutative(TensorPrimitives.Max, TensorPrimitives.Max);

    internal static readonly BinaryKernel Equal = Comparison.Kernel<Comparison.Equal>();

    internal static readonly BinaryKernel NotEqual = Comparison.Kernel<Comparison.NotEqual>();

    internal static readonly BinaryKernel Less = Comparison.Kernel<Comparison.Less>();

    internal static readonly BinaryKernel LessOrEqual = Comparison.Kernel<Comparison.LessOrEqual>();

    static BinaryKernel Commutative(RowsAction rows, RowNumberAction rowNumber) =>
        new(rows, rowNumber, (a, b, result) => rowNumber(b, a, result));
}
