using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, nint sourcePitch, int rows, int columns, float* target, nint targetPitch)
    {
        if (!Sse.IsSupported && !AdvSimd.Arm64.IsSupported)
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

        // Rows a0 a1 a2 a3 and b0 b1 b2 b3 become a0 b0 a1 b1 and a2 b2 a3 b3, and c and d likewise; then halves change places.
        if (Sse.IsSupported)
        {
            Vector128<float> lowAb = Sse.UnpackLow(a, b), highAb = Sse.UnpackHigh(a, b);
            Vector128<float> lowCd = Sse.UnpackLow(c, d), highCd = Sse.UnpackHigh(c, d);
            Sse.MoveLowToHigh(lowAb, lowCd).Store(target);
            Sse.MoveHighToLow(lowCd, lowAb).Store(target + targetPitch);
            Sse.MoveLowToHigh(highAb, highCd).Store(target + 2 * targetPitch);
            Sse.MoveHighToLow(highCd, highAb).Store(target + 3 * targetPitch);
        }
        else
        {
            Vector128<double> lowAb = AdvSimd.Arm64.ZipLow(a, b).AsDouble(), highAb = AdvSimd.Arm64.ZipHigh(a, b).AsDouble();
            Vector128<double> lowCd = AdvSimd.Arm64.ZipLow(c, d).AsDouble(), highCd = AdvSimd.Arm64.ZipHigh(c, d).AsDouble();
            AdvSimd.Arm64.ZipLow(lowAb, lowCd).AsSingle().Store(target);
            AdvSimd.Arm64.ZipHigh(lowAb, lowCd).AsSingle().Store(target + targetPitch);
            AdvSimd.Arm64.ZipLow(highAb, highCd).AsSingle().Store(target + 2 * targetPitch);
            AdvSimd.Arm64.ZipHigh(highAb, highCd).AsSingle().Store(target + 3 * targetPitch);
        }
    }

    static void CopyOneByOne(float* source, nint sourcePitch, int rows, int columns, float* target, nint targetPitch)
    {
        for (var column = 0; column < columns; column++)
            for (var row = 0; row < rows; row++)
                target[column * targetPitch + row] = source[row * sourcePitch + column];
    }
}
