using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// The fast Fourier transform (Cooley and Tukey, 1965; four at a time), of as many columns at once as a vector has lanes.
/// </summary>
/// <remarks><code>
///   lane          0     1     2   ...      0     1     2   ...
///   number 0   | re    re    re     |   im    im    im     |
///   number 1   | re    re    re     |   im    im    im     |
///     ...
/// </code>
/// Forward, the numbers go in in order and come out with the digits of their places reversed; backward the other way round. Between the
/// two only products number by number are taken, so that the order makes no difference and nothing needs to be sorted.
/// </remarks>
static unsafe class Fft
{
    /// <summary>Time to frequency.</summary>
    /// <param name="x">The columns.</param>
    /// <param name="twiddles">Those of the length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TVector, TSimd>(float* x, Twiddles twiddles)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var size = twiddles.Length;
        for (; size >= 4; size /= 4)
            ForwardPass<TVector, TSimd>(x, twiddles.Length, size, twiddles.For(size));
        if (size == 2)
            Pairs<TVector, TSimd>(x, twiddles.Length);
    }

    /// <summary>Frequency to time, times the length.</summary>
    /// <param name="x">The columns.</param>
    /// <param name="twiddles">Those of the length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<TVector, TSimd>(float* x, Twiddles twiddles)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var size = 4;
        if (int.TrailingZeroCount(twiddles.Length) % 2 == 1)
        {
            Pairs<TVector, TSimd>(x, twiddles.Length);
            size = 8;
        }

        for (; size <= twiddles.Length; size *= 4)
            BackwardPass<TVector, TSimd>(x, twiddles.Length, size, twiddles.For(size));
    }

    /// <summary>Transforms of two numbers: their sum and their difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Pairs<TVector, TSimd>(float* x, int length)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var lanes = TSimd.Count;
        for (var end = x + (nint)length * 2 * lanes; x < end; x += 4 * lanes)
        {
            TVector aRe = TSimd.Load(x), aIm = TSimd.Load(x + lanes), bRe = TSimd.Load(x + 2 * lanes), bIm = TSimd.Load(x + 3 * lanes);
            TSimd.Store(TSimd.Add(aRe, bRe), x);
            TSimd.Store(TSimd.Add(aIm, bIm), x + lanes);
            TSimd.Store(TSimd.Subtract(aRe, bRe), x + 2 * lanes);
            TSimd.Store(TSimd.Subtract(aIm, bIm), x + 3 * lanes);
        }
    }

    /// <summary>Splits each transform of a size into four of a quarter of it: first sums and differences, then turns by twiddles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void ForwardPass<TVector, TSimd>(float* x, int length, int size, float* twiddles)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        nint lanes = TSimd.Count, quarter = size / 4 * 2 * lanes;
        for (var block = x; block < x + (nint)length * 2 * lanes; block += 4 * quarter)
        {
            var turn = twiddles;
            for (var a = block; a < block + quarter; a += 2 * lanes, turn += 6)
            {
                float* b = a + quarter, c = b + quarter, d = c + quarter;
                TVector aRe = TSimd.Load(a), aIm = TSimd.Load(a + lanes), bRe = TSimd.Load(b), bIm = TSimd.Load(b + lanes);
                TVector cRe = TSimd.Load(c), cIm = TSimd.Load(c + lanes), dRe = TSimd.Load(d), dIm = TSimd.Load(d + lanes);

                TVector acRe = TSimd.Add(aRe, cRe), acIm = TSimd.Add(aIm, cIm);
                TVector acRe2 = TSimd.Subtract(aRe, cRe), acIm2 = TSimd.Subtract(aIm, cIm);
                TVector bdRe = TSimd.Add(bRe, dRe), bdIm = TSimd.Add(bIm, dIm);
                TVector bdRe2 = TSimd.Subtract(bRe, dRe), bdIm2 = TSimd.Subtract(bIm, dIm);

                TSimd.Store(TSimd.Add(acRe, bdRe), a);
                TSimd.Store(TSimd.Add(acIm, bdIm), a + lanes);
                // The difference of b and d counts -i times for frequency 1 and i times for frequency 3.
                Turn<TVector, TSimd>(TSimd.Add(acRe2, bdIm2), TSimd.Subtract(acIm2, bdRe2), turn, b);
                Turn<TVector, TSimd>(TSimd.Subtract(acRe, bdRe), TSimd.Subtract(acIm, bdIm), turn + 2, c);
                Turn<TVector, TSimd>(TSimd.Subtract(acRe2, bdIm2), TSimd.Add(acIm2, bdRe2), turn + 4, d);
            }
        }
    }

    /// <summary>The same backwards: first turns the other way, then sums and differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void BackwardPass<TVector, TSimd>(float* x, int length, int size, float* twiddles)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        nint lanes = TSimd.Count, quarter = size / 4 * 2 * lanes;
        for (var block = x; block < x + (nint)length * 2 * lanes; block += 4 * quarter)
        {
            var turn = twiddles;
            for (var a = block; a < block + quarter; a += 2 * lanes, turn += 6)
            {
                float* b = a + quarter, c = b + quarter, d = c + quarter;
                TVector aRe = TSimd.Load(a), aIm = TSimd.Load(a + lanes);
                TurnBack<TVector, TSimd>(b, turn, out var bRe, out var bIm);
                TurnBack<TVector, TSimd>(c, turn + 2, out var cRe, out var cIm);
                TurnBack<TVector, TSimd>(d, turn + 4, out var dRe, out var dIm);

                TVector acRe = TSimd.Add(aRe, cRe), acIm = TSimd.Add(aIm, cIm);
                TVector acRe2 = TSimd.Subtract(aRe, cRe), acIm2 = TSimd.Subtract(aIm, cIm);
                TVector bdRe = TSimd.Add(bRe, dRe), bdIm = TSimd.Add(bIm, dIm);
                TVector bdRe2 = TSimd.Subtract(bRe, dRe), bdIm2 = TSimd.Subtract(bIm, dIm);

                TSimd.Store(TSimd.Add(acRe, bdRe), a);
                TSimd.Store(TSimd.Add(acIm, bdIm), a + lanes);
                TSimd.Store(TSimd.Subtract(acRe2, bdIm2), b);
                TSimd.Store(TSimd.Add(acIm2, bdRe2), b + lanes);
                TSimd.Store(TSimd.Subtract(acRe, bdRe), c);
                TSimd.Store(TSimd.Subtract(acIm, bdIm), c + lanes);
                TSimd.Store(TSimd.Add(acRe2, bdIm2), d);
                TSimd.Store(TSimd.Subtract(acIm2, bdRe2), d + lanes);
            }
        }
    }

    /// <summary>Multiplies by a number on the unit circle and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Turn<TVector, TSimd>(TVector re, TVector im, float* turn, float* target)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector cos = TSimd.Broadcast(turn[0]), sin = TSimd.Broadcast(turn[1]);
        TSimd.Store(TSimd.Subtract(TSimd.Multiply(re, cos), TSimd.Multiply(im, sin)), target);
        TSimd.Store(TSimd.MultiplyAdd(re, sin, TSimd.Multiply(im, cos)), target + TSimd.Count);
    }

    /// <summary>Loads and divides by a number on the unit circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TurnBack<TVector, TSimd>(float* source, float* turn, out TVector re, out TVector im)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector x = TSimd.Load(source), y = TSimd.Load(source + TSimd.Count);
        TVector cos = TSimd.Broadcast(turn[0]), sin = TSimd.Broadcast(turn[1]);
        re = TSimd.MultiplyAdd(x, cos, TSimd.Multiply(y, sin));
        im = TSimd.Subtract(TSimd.Multiply(y, cos), TSimd.Multiply(x, sin));
    }
}
