using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>The blocks of a matrix product: each some rows of the left matrix times one panel of the right.</summary>
/// <param name="left">The left matrix, row by row.</param>
/// <param name="panels">The right matrix in panels.</param>
/// <param name="result">The product, row by row.</param>
/// <param name="rows">Rows of the left matrix.</param>
/// <param name="inner">Its columns, and the right one's rows.</param>
/// <param name="columns">Columns of the right matrix.</param>
sealed unsafe class MatrixProductWork(float* left, float* panels, float* result, int rows, int inner, int columns) : SimdWork
{
    /// <summary>So many rows of the left matrix stay in the second cache while all panels pass.</summary>
    const int BlockRows = 96;

    readonly int panelCount = Panels.Count(columns);

    public void Run() =>
        Run((rows + BlockRows - 1) / BlockRows * panelCount, MachineSpeed.Multiplications((long)BlockRows * inner * Tile.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        // A panel that is not full is computed here and then copied.
        using var block = new Scratch(BlockRows * Tile.Width);
        using var steps = Steps.Numbered(inner);
        var starts = stackalloc float*[BlockRows];
        var zeros = stackalloc float[Tile.Width];

        for (var item = from; item < to; item++)
        {
            var (rowBlock, panel) = Math.DivRem(item, panelCount);
            var first = rowBlock * BlockRows;
            var count = Math.Min(BlockRows, rows - first);
            for (var row = 0; row < count; row++)
                starts[row] = left + (long)(first + row) * inner;

            var column = panel * Tile.Width;
            var used = Math.Min(Tile.Width, columns - column);
            var product = result + (long)first * columns + column;
            var isFull = used == Tile.Width;
            Tile.MultiplyPanel<TVector, TSimd>(
                starts,
                steps.Pointer,
                count,
                panels + (long)panel * inner * Tile.Width,
                inner,
                zeros,
                isFull ? product : block.Pointer,
                isFull ? columns : Tile.Width);
            for (var row = 0; row < count && !isFull; row++)
                new ReadOnlySpan<float>(block.Pointer + row * Tile.Width, used).CopyTo(new(product + (long)row * columns, used));
        }
    }
}
