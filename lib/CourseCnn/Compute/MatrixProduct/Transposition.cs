using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CourseCnn;

/// <summary>Copies a matrix so that its rows become columns, 4 x 4 numbers at a time.</summary>
static unsafe class Transposition
{
    /// <param name="source">The first row.</param>
    /// <param name="sourcePitch">From one of its rows to the next.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="columns">How many numbers are in each.</param>
    /// <param name="target">The first of the new rows, as many as there were columns.</param>
    /// <param name="targetPitch">From one new row to the next.</param>
    public static void Copy(float* source, nint sourcePitch, int rows, int columns, float* target, nint targetPitch)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            CopyOneByOne(source, sourcePitch, rows, columns, target, targetPitch);
            return;
        }

        var (wholeRows, wholeColumns) = (rows & ~3, columns & ~3);
        for (var row = 0; row < wholeRows; row += 4)
            for (var column = 0; column < wholeColumns; column += 4)
                CopyFourByFour(source + row * sourcePitch + column, sourcePitch, target + column * targetPitch + row, targetPitch);

        CopyOneByOne(source + wholeColumns, sourcePitch, rows, columns - wholeColumns, target + wholeColumns * targetPitch, targetPitch);
        CopyOneByOne(source + wholeRows * sourcePitch, sourcePitch, rows - wholeRows, wholeColumns, target + wholeRows, targetPitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void CopyFourByFour(float* source, nint sourcePitch, float* target, nint targetPitch)
    {
        var a = Vector128.Load(source);
        var b = Vector128.Load(source + sourcePitch);
        var c = Vector128.Load(source + 2 * sourcePitch);
        var d = Vector128.Load(source + 3 * sourcePitch);

        // Rows a0 a1 a2 a3 and b0 b1 b2 b3 become a0 b0 a1 b1 and a2 b2 a3 b3, and so on.
        var (lowAb, highAb) = Interleave(a, b);
        var (lowCd, highCd) = Interleave(c, d);
        Vector128.Create(lowAb.GetLower(), lowCd.GetLower()).Store(target);
        Vector128.Create(lowAb.GetUpper(), lowCd.GetUpper()).Store(target + targetPitch);
        Vector128.Create(highAb.GetLower(), highCd.GetLower()).Store(target + 2 * targetPitch);
        Vector128.Create(highAb.GetUpper(), highCd.GetUpper()).Store(target + 3 * targetPitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> a, Vector128<float> b)
    {
        // a0 a2 b0 b2 -> a0 b0 a2 b2: the compiler knows these shuffles of two halves on every processor.
        var low = Vector128.Shuffle(Vector128.Create(a.GetLower(), b.GetLower()), Vector128.Create(0, 2, 1, 3));
        var high = Vector128.Shuffle(Vector128.Create(a.GetUpper(), b.GetUpper()), Vector128.Create(0, 2, 1, 3));
        return (low, high);
    }

    static void CopyOneByOne(float* source, nint sourcePitch, int rows, int columns, float* target, nint targetPitch)
    {
        for (var column = 0; column < columns; column++)
            for (var row = 0; row < rows; row++)
                target[column * targetPitch + row] = source[row * sourcePitch + column];
    }
}
