using System.Numerics.Tensors;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>
/// The product of two row-major matrices. The right one is laid out in panels that the first two caches hold, and tiles pass over them
/// (Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008).
/// </summary>
/// <remarks>Takes as much working memory as the right matrix, and a little for each thread.</remarks>
static unsafe class MatrixProduct
{
    /// <summary>result = a × b, where a is (rows, inner), b (inner, columns) and the result (rows, columns).</summary>
    internal static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> result, int rows, int inner, int columns)
    {
        if (inner == 0)
        {
            result.Clear();
            return;
        }

        if (columns == 1)
        {
            for (var row = 0; row < rows; row++)
                result[row] = TensorPrimitives.Dot(a.Slice(row * inner, inner), b);
            return;
        }

        using var panels = new Scratch(Panels.Length(inner, columns));
        fixed (float* left = a, right = b, target = result)
        {
            // A lambda cannot hold a fixed pointer, but it can hold its copy; the work ends before the pinning does.
            float* lefts = left, rights = right, targets = target, packed = panels.Pointer;
            Work.Split(inner, columns / MachineSpeed.Copies, (from, to) => Panels.PackRows(rights, inner, columns, from, to, packed));
            new MatrixProductWork(lefts, packed, targets, rows, inner, columns).Run();
        }
    }
}
