using System.Numerics;
using System.Numerics.Tensors;

namespace CourseCnn;

/// <summary>The product of two row-major matrices.</summary>
static class MatrixProduct
{
    // A block of the right matrix (256 rows of 256 floats: 256 KB) stays
    // in the second cache while every row of the left one passes over it.
    const int BlockInner = 256;
    const int BlockColumns = 256;

    /// <summary>result = a × b, where a is (rows, inner), b (inner, columns) and the result (rows, columns).</summary>
    internal static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> result, int rows, int inner, int columns)
    {
        if (columns == 1)
        {
            for (var row = 0; row < rows; row++)
                result[row] = inner == 0 ? 0 : TensorPrimitives.Dot(a.Slice(row * inner, inner), b);
            return;
        }

        result.Clear();
        for (var k = 0; k < inner; k += BlockInner)
        {
            var depth = Math.Min(BlockInner, inner - k);
            for (var column = 0; column < columns; column += BlockColumns)
            {
                var width = Math.Min(BlockColumns, columns - column);
                var right = b[(k * columns + column)..];
                var row = 0;
                for (; row + 4 <= rows; row += 4)
                    AddFourRows(a[(row * inner + k)..], inner, right, result[(row * columns + column)..], columns, depth, width);
                for (; row < rows; row++)
                    AddRow(a.Slice(row * inner + k, depth), right, columns, result.Slice(row * columns + column, width));
            }
        }
    }

    /// <summary>Four rows at once, so that what is read of b serves four times, and sums stay in registers.</summary>
    static void AddFourRows(ReadOnlySpan<float> a, int inner, ReadOnlySpan<float> b, Span<float> result, int columns, int depth, int width)
    {
        ReadOnlySpan<float> a0 = a[..depth], a1 = a.Slice(inner, depth), a2 = a.Slice(2 * inner, depth), a3 = a.Slice(3 * inner, depth);
        var lanes = Vector<float>.Count;
        var j = 0;
        for (; j + lanes <= width; j += lanes)
        {
            Vector<float> sum0 = new(result[j..]), sum1 = new(result[(columns + j)..]);
            Vector<float> sum2 = new(result[(2 * columns + j)..]), sum3 = new(result[(3 * columns + j)..]);
            for (var k = 0; k < depth; k++)
            {
                var right = new Vector<float>(b[(k * columns + j)..]);
                sum0 = Vector.FusedMultiplyAdd(new(a0[k]), right, sum0);
                sum1 = Vector.FusedMultiplyAdd(new(a1[k]), right, sum1);
                sum2 = Vector.FusedMultiplyAdd(new(a2[k]), right, sum2);
                sum3 = Vector.FusedMultiplyAdd(new(a3[k]), right, sum3);
            }

            sum0.CopyTo(result[j..]);
            sum1.CopyTo(result[(columns + j)..]);
            sum2.CopyTo(result[(2 * columns + j)..]);
            sum3.CopyTo(result[(3 * columns + j)..]);
        }

        for (; j < width; j++)
        {
            float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
            for (var k = 0; k < depth; k++)
            {
                var right = b[k * columns + j];
                sum0 += a0[k] * right;
                sum1 += a1[k] * right;
                sum2 += a2[k] * right;
                sum3 += a3[k] * right;
            }

            result[j] += sum0;
            result[columns + j] += sum1;
            result[2 * columns + j] += sum2;
            result[3 * columns + j] += sum3;
        }
    }

    static void AddRow(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int columns, Span<float> result)
    {
        for (var k = 0; k < a.Length; k++)
            TensorPrimitives.MultiplyAdd(b.Slice(k * columns, result.Length), a[k], result, result);
    }
}
