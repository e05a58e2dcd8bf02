using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>
/// The innermost loop of matrix products and of every convolution but the fast Fourier one: a tile of 3 rows and 4 vectors of columns,
/// whose 12 sums stay in registers (Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008).
/// </summary>
/// <remarks><code>
///                                 right + rightSteps[k]: | vector 0 | vector 1 | vector 2 | vector 3 |
///   left[0][leftSteps[k]], in every lane of a vector  ->  |   sum    |   sum    |   sum    |   sum    |
///   left[1][leftSteps[k]]                             ->  |   sum    |   sum    |   sum    |   sum    |
///   left[2][leftSteps[k]]                             ->  |   sum    |   sum    |   sum    |   sum    |
/// </code>
/// Each number of the left serves 4 vectors, each vector of the right 3 rows: 7 loads for 12 multiplications, so that the loads are never
/// what takes longest. 12 sums, 3 numbers of the left and 1 vector of the right are 16 registers, all that AVX2 has.
/// What the steps say makes it one thing or another: steps 0, 1, 2, … walk along a matrix; the distances of a kernel's taps walk over
/// the patch of a picture that lies under it.
/// </remarks>
static unsafe class Tile
{
    public const int Rows = 3;

    /// <summary>Vectors in a row.</summary>
    public const int Vectors = 4;

    /// <summary>
    /// Products summed in one go. What is read of the right side meanwhile, 32 KB at most, stays in the first cache while other rows pass
    /// over it; and a sum of sums of 128 rounds less than one long sum.
    /// </summary>
    public const int Steps = 128;

    /// <summary>The columns of a tile.</summary>
    public static int Width { get; } = Vectors * SimdWork.Lanes;

    /// <summary>A tile of sums of products, added to what they start with.</summary>
    /// <param name="left">Where each row of the left side starts.</param>
    /// <param name="leftSteps">How far from there the left number of each step lies.</param>
    /// <param name="right">Where the right side starts.</param>
    /// <param name="rightSteps">How far from there the four vectors of each step lie.</param>
    /// <param name="count">How many steps.</param>
    /// <param name="start">What the tile starts with: <paramref name="result"/> itself, or others.</param>
    /// <param name="startPitch">From one row of that to the next; 0 where all rows start with the same.</param>
    /// <param name="result">The tile's first row.</param>
    /// <param name="pitch">From one row of the tile to the next.</param>
    /// <param name="rows">How many rows to write, 1 to 3; that many are read of the left side.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TSimd>(
        float** left,
        int* leftSteps,
        float* right,
        int* rightSteps,
        int count,
        float* start,
        nint startPitch,
        float* result,
        nint pitch,
        int rows)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        if (rows == 1)
        {
            MultiplyRow<TVector, TSimd>(*left, leftSteps, right, rightSteps, count, start, result);
            return;
        }

        TVector
            sum00 = default, sum01 = default, sum02 = default, sum03 = default,
            sum10 = default, sum11 = default, sum12 = default, sum13 = default,
            sum20 = default, sum21 = default, sum22 = default, sum23 = default;
        float* row0 = left[0], row1 = left[1], row2 = left[rows - 1];
        for (nint k = 0; k < count; k++)
        {
            nint leftStep = leftSteps[k];
            var vectors = right + rightSteps[k];
            var left0 = TSimd.Broadcast(row0[leftStep]);
            var left1 = TSimd.Broadcast(row1[leftStep]);
            var left2 = TSimd.Broadcast(row2[leftStep]);

            var vector = TSimd.Load(vectors);
            sum00 = TSimd.MultiplyAdd(left0, vector, sum00);
            sum10 = TSimd.MultiplyAdd(left1, vector, sum10);
            sum20 = TSimd.MultiplyAdd(left2, vector, sum20);
            vector = TSimd.Load(vectors + TSimd.Count);
            sum01 = TSimd.MultiplyAdd(left0, vector, sum01);
            sum11 = TSimd.MultiplyAdd(left1, vector, sum11);
            sum21 = TSimd.MultiplyAdd(left2, vector, sum21);
            vector = TSimd.Load(vectors + 2 * TSimd.Count);
            sum02 = TSimd.MultiplyAdd(left0, vector, sum02);
            sum12 = TSimd.MultiplyAdd(left1, vector, sum12);
            sum22 = TSimd.MultiplyAdd(left2, vector, sum22);
            vector = TSimd.Load(vectors + 3 * TSimd.Count);
            sum03 = TSimd.MultiplyAdd(left0, vector, sum03);
            sum13 = TSimd.MultiplyAdd(left1, vector, sum13);
            sum23 = TSimd.MultiplyAdd(left2, vector, sum23);
        }

        Put<TVector, TSimd>(sum00, sum01, sum02, sum03, start, result);
        Put<TVector, TSimd>(sum10, sum11, sum12, sum13, start + startPitch, result + pitch);
        if (rows == 3)
            Put<TVector, TSimd>(sum20, sum21, sum22, sum23, start + 2 * startPitch, result + 2 * pitch);
    }

    /// <summary>The same for a single row: half as fast for each product, but there is only a third of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void MultiplyRow<TVector, TSimd>(
        float* left, int* leftSteps, float* right, int* rightSteps, int count, float* start, float* result)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (nint k = 0; k < count; k++)
        {
            var vectors = right + rightSteps[k];
            var number = TSimd.Broadcast(left[leftSteps[k]]);
            sum0 = TSimd.MultiplyAdd(number, TSimd.Load(vectors), sum0);
            sum1 = TSimd.MultiplyAdd(number, TSimd.Load(vectors + TSimd.Count), sum1);
            sum2 = TSimd.MultiplyAdd(number, TSimd.Load(vectors + 2 * TSimd.Count), sum2);
            sum3 = TSimd.MultiplyAdd(number, TSimd.Load(vectors + 3 * TSimd.Count), sum3);
        }

        Put<TVector, TSimd>(sum0, sum1, sum2, sum3, start, result);
    }

    /// <summary>All rows of the left side times one panel of the right, 128 steps after the other, each tile by tile.</summary>
    /// <param name="left">Where each row of the left side starts.</param>
    /// <param name="leftSteps">How far from there the number of each step lies.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="right">The panel: for each step four vectors, without gaps.</param>
    /// <param name="depth">How many steps; at least 1.</param>
    /// <param name="start">Four vectors that all rows start with.</param>
    /// <param name="result">Rows of four vectors.</param>
    /// <param name="pitch">From one of these rows to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyPanel<TVector, TSimd>(
        float** left, int* leftSteps, int rows, float* right, int depth, float* start, float* result, nint pitch)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var width = Vectors * TSimd.Count;
        var rightSteps = stackalloc int[Steps];
        for (var k = 0; k < Steps; k++)
            rightSteps[k] = k * width;

        for (var k = 0; k < depth; k += Steps)
        {
            var row = 0;
            for (; TallTile.Fits<TVector, TSimd>() && row <= rows - TallTile.Rows; row += TallTile.Rows)
            {
                var tile = result + row * pitch;
                TallTile.Multiply<TVector, TSimd>(
                    left + row,
                    leftSteps + k,
                    right + (nint)k * width,
                    rightSteps,
                    Math.Min(Steps, depth - k),
                    k == 0 ? start : tile,
                    k == 0 ? 0 : pitch,
                    tile,
                    pitch);
            }

            for (; row < rows; row += Rows)
            {
                var tile = result + row * pitch;
                Multiply<TVector, TSimd>(
                    left + row,
                    leftSteps + k,
                    right + (nint)k * width,
                    rightSteps,
                    Math.Min(Steps, depth - k),
                    k == 0 ? start : tile,
                    k == 0 ? 0 : pitch,
                    tile,
                    pitch,
                    Math.Min(Rows, rows - row));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<TVector, TSimd>(TVector sum0, TVector sum1, TVector sum2, TVector sum3, float* start, float* result)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TSimd.Store(TSimd.Add(sum0, TSimd.Load(start)), result);
        TSimd.Store(TSimd.Add(sum1, TSimd.Load(start + TSimd.Count)), result + TSimd.Count);
        TSimd.Store(TSimd.Add(sum2, TSimd.Load(start + 2 * TSimd.Count)), result + 2 * TSimd.Count);
        TSimd.Store(TSimd.Add(sum3, TSimd.Load(start + 3 * TSimd.Count)), result + 3 * TSimd.Count);
    }
}
