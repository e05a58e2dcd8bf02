using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>The transforms of a tile, for a vector of channels at once: Bᵀ d B of the inputs and Aᵀ m A of the products.</summary>
static unsafe class WinogradTransforms
{
    const int Inputs = WinogradConvolution.Inputs;
    const int Outputs = WinogradConvolution.Outputs;

    /// <summary>6 x 6 inputs to 6 x 6 numbers.</summary>
    /// <param name="input">The tile's first pixel.</param>
    /// <param name="rowPitch">From one row of pixels to the next.</param>
    /// <param name="pixelPitch">From one pixel to the next.</param>
    /// <param name="result">The first of the 36 results.</param>
    /// <param name="pitch">From one of them to the next.</param>
    /// <param name="half">Room for 36 vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input<TVector, TSimd>(float* input, nint rowPitch, nint pixelPitch, float* result, nint pitch, float* half)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var lanes = TSimd.Count;
        for (var x = 0; x < Inputs; x++)
            Six<TVector, TSimd>(input + x * pixelPitch, rowPitch, half + x * lanes, Inputs * lanes);
        for (var y = 0; y < Inputs; y++)
            Six<TVector, TSimd>(half + y * Inputs * lanes, lanes, result + y * Inputs * pitch, pitch);
    }

    /// <summary>6 x 6 products to 4 x 4 outputs.</summary>
    /// <param name="products">The first of the 36 products.</param>
    /// <param name="pitch">From one of them to the next.</param>
    /// <param name="bias">What is added to each channel's outputs.</param>
    /// <param name="result">The first of the 16 outputs.</param>
    /// <param name="pixelPitch">From one of them to the next.</param>
    /// <param name="half">Room for 24 vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Output<TVector, TSimd>(float* products, nint pitch, float* bias, float* result, nint pixelPitch, float* half)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var lanes = TSimd.Count;
        var nothing = TSimd.Broadcast(0);
        for (var x = 0; x < Inputs; x++)
            Four<TVector, TSimd>(products + x * pitch, Inputs * pitch, nothing, half + x * lanes, Inputs * lanes);
        var start = TSimd.Load(bias);
        for (var y = 0; y < Outputs; y++)
            Four<TVector, TSimd>(half + y * Inputs * lanes, lanes, start, result + y * Outputs * pixelPitch, pixelPitch);
    }

    /// <summary>Bᵀ of Lavin and Gray, times six vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Six<TVector, TSimd>(float* source, nint step, float* target, nint targetStep)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector d0 = TSimd.Load(source), d1 = TSimd.Load(source + step), d2 = TSimd.Load(source + 2 * step);
        TVector d3 = TSimd.Load(source + 3 * step), d4 = TSimd.Load(source + 4 * step), d5 = TSimd.Load(source + 5 * step);
        TVector two = TSimd.Broadcast(2), four = TSimd.Broadcast(4), minusFour = TSimd.Broadcast(-4), minusFive = TSimd.Broadcast(-5);

        // 4 d0 - 5 d2 + d4
        TSimd.Store(TSimd.MultiplyAdd(four, d0, TSimd.MultiplyAdd(minusFive, d2, d4)), target);

        // (d4 - 4 d2) ± (d3 - 4 d1)
        var even = TSimd.MultiplyAdd(minusFour, d2, d4);
        var odd = TSimd.MultiplyAdd(minusFour, d1, d3);
        TSimd.Store(TSimd.Add(even, odd), target + targetStep);
        TSimd.Store(TSimd.Subtract(even, odd), target + 2 * targetStep);

        // (d4 - d2) ± 2 (d3 - d1)
        even = TSimd.Subtract(d4, d2);
        odd = TSimd.Multiply(two, TSimd.Subtract(d3, d1));
        TSimd.Store(TSimd.Add(even, odd), target + 3 * targetStep);
        TSimd.Store(TSimd.Subtract(even, odd), target + 4 * targetStep);

        // 4 d1 - 5 d3 + d5
        TSimd.Store(TSimd.MultiplyAdd(four, d1, TSimd.MultiplyAdd(minusFive, d3, d5)), target + 5 * targetStep);
    }

    /// <summary>Aᵀ of Lavin and Gray, times six vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Four<TVector, TSimd>(float* source, nint step, TVector start, float* target, nint targetStep)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector m0 = TSimd.Load(source), m1 = TSimd.Load(source + step), m2 = TSimd.Load(source + 2 * step);
        TVector m3 = TSimd.Load(source + 3 * step), m4 = TSimd.Load(source + 4 * step), m5 = TSimd.Load(source + 5 * step);
        TVector two = TSimd.Broadcast(2), four = TSimd.Broadcast(4), eight = TSimd.Broadcast(8);
        TVector near = TSimd.Add(m1, m2), nearDifference = TSimd.Subtract(m1, m2);
        TVector far = TSimd.Add(m3, m4), farDifference = TSimd.Subtract(m3, m4);

        TSimd.Store(TSimd.Add(start, TSimd.Add(m0, TSimd.Add(near, far))), target);
        TSimd.Store(TSimd.Add(start, TSimd.MultiplyAdd(two, farDifference, nearDifference)), target + targetStep);
        TSimd.Store(TSimd.Add(start, TSimd.MultiplyAdd(four, far, near)), target + 2 * targetStep);
        TSimd.Store(
            TSimd.Add(start, TSimd.Add(m5, TSimd.MultiplyAdd(eight, farDifference, nearDifference))), target + 3 * targetStep);
    }
}
