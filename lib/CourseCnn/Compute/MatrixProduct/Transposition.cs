using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CourseCnn.Compute.MatrixProduct;

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
                CopyFourByFour(source + row * sourcePitch + column, sourcePitch, target + column * targetPitch + row, targetPitch, 4);

        CopyOneByOne(source + wholeColumns, sourcePitch, rows, columns - wholeColumns, target + wholeColumns * targetPitch, targetPitch);
        CopyOneByOne(source + wholeRows * sourcePitch, sourcePitch, rows - wholeRows, wholeColumns, target + wholeRows, targetPitch);
    }

    /// <summary>Deals numbers out like cards: 0 1 2 3 4 5 6 7 in three parts become 0 3 6, 1 4 7 and 2 5.</summary>
    /// <param name="source">The first number.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="target">The first part.</param>
    /// <param name="targetPitch">From one part to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Deal(float* source, int count, int parts, float* target, nint targetPitch)
    {
        // Four rounds are rows of a matrix. Where less than four parts make a row, the rows that are read overlap; what is read twice is
        // written once.
        var (round, width) = (0, Math.Min(parts, 4));
        if (Sse.IsSupported || AdvSimd.Arm64.IsSupported)
            for (var last = count - 3 * parts - Math.Max(parts, 4); round * parts <= last; round += 4)
            {
                var hands = source + round * parts;
                for (var part = 0; part < parts - 4; part += 4)
                    CopyFourByFour(hands + part, parts, target + part * targetPitch + round, targetPitch, 4);
                CopyFourByFour(hands + parts - width, parts, target + (parts - width) * targetPitch + round, targetPitch, width);
            }

        for (var i = round * parts; i < count; i++)
            target[i % parts * targetPitch + i / parts] = source[i];
    }

    /// <param name="source">The first row.</param>
    /// <param name="sourcePitch">From one row to the next.</param>
    /// <param name="target">The first new row.</param>
    /// <param name="targetPitch">From one new row to the next.</param>
    /// <param name="columns">How many new rows are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void CopyFourByFour(float* source, nint sourcePitch, float* target, nint targetPitch, int columns)
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
            if (columns > 1)
                Sse.MoveHighToLow(lowCd, lowAb).Store(target + targetPitch);
            if (columns > 2)
                Sse.MoveLowToHigh(highAb, highCd).Store(target + 2 * targetPitch);
            if (columns > 3)
                Sse.MoveHighToLow(highCd, highAb).Store(target + 3 * targetPitch);
        }
        else
        {
            Vector128<double> lowAb = AdvSimd.Arm64.ZipLow(a, b).AsDouble(), highAb = AdvSimd.Arm64.ZipHigh(a, b).AsDouble();
            Vector128<double> lowCd = AdvSimd.Arm64.ZipLow(c, d).AsDouble(), highCd = AdvSimd.Arm64.ZipHigh(c, d).AsDouble();
            AdvSimd.Arm64.ZipLow(lowAb, lowCd).AsSingle().Store(target);
            if (columns > 1)
                AdvSimd.Arm64.ZipHigh(lowAb, lowCd).AsSingle().Store(target + targetPitch);
            if (columns > 2)
                AdvSimd.Arm64.ZipLow(highAb, highCd).AsSingle().Store(target + 2 * targetPitch);
            if (columns > 3)
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
