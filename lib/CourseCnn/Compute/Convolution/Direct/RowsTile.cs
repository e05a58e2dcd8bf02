using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>
/// A tile of three output rows of one channel, one below the other, for kernels of few taps. All three share what they read of the input,
/// and their 12 sums stay in registers from the first section of taps (see <see cref="KernelColumns"/>) to the last.
/// </summary>
static unsafe class RowsTile
{
    /// <summary>Computes a tile.</summary>
    /// <param name="kernel">The first row's kernel; the others begin a shift before.</param>
    /// <param name="shift">From one row's kernel back to the next one's.</param>
    /// <param name="kernelSteps">How far from there the weight of each tap lies.</param>
    /// <param name="input">The inputs of the tile's first output.</param>
    /// <param name="inputSteps">How far from there the inputs of each tap lie.</param>
    /// <param name="ends">Where the five sections of taps end.</param>
    /// <param name="start">What all sums start with.</param>
    /// <param name="result">The first row.</param>
    /// <param name="pitch">From one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TSimd>(
        float* kernel, nint shift, int* kernelSteps, float* input, int* inputSteps, int* ends, float start, float* result, nint pitch)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector sum00 = default, sum01 = default, sum02 = default, sum03 = default;
        TVector sum10 = default, sum11 = default, sum12 = default, sum13 = default;
        TVector sum20 = default, sum21 = default, sum22 = default, sum23 = default;
        TVector left0, left1, left2, vector;
        float* weights, vectors;
        nint tap = 0;

        // Only the first row sees these input rows,
        for (; tap < ends[0]; tap++)
        {
            weights = kernel + kernelSteps[tap];
            vectors = input + inputSteps[tap];
            left0 = TSimd.Broadcast(*weights);
            vector = TSimd.Load(vectors);
            sum00 = TSimd.MultiplyAdd(left0, vector, sum00);
            vector = TSimd.Load(vectors + TSimd.Count);
            sum01 = TSimd.MultiplyAdd(left0, vector, sum01);
            vector = TSimd.Load(vectors + 2 * TSimd.Count);
            sum02 = TSimd.MultiplyAdd(left0, vector, sum02);
            vector = TSimd.Load(vectors + 3 * TSimd.Count);
            sum03 = TSimd.MultiplyAdd(left0, vector, sum03);
        }

        // these the first two,
        for (; tap < ends[1]; tap++)
        {
            weights = kernel + kernelSteps[tap];
            vectors = input + inputSteps[tap];
            left0 = TSimd.Broadcast(*weights);
            left1 = TSimd.Broadcast(*(weights - shift));
            vector = TSimd.Load(vectors);
            sum00 = TSimd.MultiplyAdd(left0, vector, sum00);
            sum10 = TSimd.MultiplyAdd(left1, vector, sum10);
            vector = TSimd.Load(vectors + TSimd.Count);
            sum01 = TSimd.MultiplyAdd(left0, vector, sum01);
            sum11 = TSimd.MultiplyAdd(left1, vector, sum11);
            vector = TSimd.Load(vectors + 2 * TSimd.Count);
            sum02 = TSimd.MultiplyAdd(left0, vector, sum02);
            sum12 = TSimd.MultiplyAdd(left1, vector, sum12);
            vector = TSimd.Load(vectors + 3 * TSimd.Count);
            sum03 = TSimd.MultiplyAdd(left0, vector, sum03);
            sum13 = TSimd.MultiplyAdd(left1, vector, sum13);
        }

        // these all three,
        for (; tap < ends[2]; tap++)
        {
            weights = kernel + kernelSteps[tap];
            vectors = input + inputSteps[tap];
            left0 = TSimd.Broadcast(*weights);
            left1 = TSimd.Broadcast(*(weights - shift));
            left2 = TSimd.Broadcast(*(weights - 2 * shift));
            vector = TSimd.Load(vectors);
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

        // these the last two,
        for (; tap < ends[3]; tap++)
        {
            weights = kernel + kernelSteps[tap];
            vectors = input + inputSteps[tap];
            left1 = TSimd.Broadcast(*(weights - shift));
            left2 = TSimd.Broadcast(*(weights - 2 * shift));
            vector = TSimd.Load(vectors);
            sum10 = TSimd.MultiplyAdd(left1, vector, sum10);
            sum20 = TSimd.MultiplyAdd(left2, vector, sum20);
            vector = TSimd.Load(vectors + TSimd.Count);
            sum11 = TSimd.MultiplyAdd(left1, vector, sum11);
            sum21 = TSimd.MultiplyAdd(left2, vector, sum21);
            vector = TSimd.Load(vectors + 2 * TSimd.Count);
            sum12 = TSimd.MultiplyAdd(left1, vector, sum12);
            sum22 = TSimd.MultiplyAdd(left2, vector, sum22);
            vector = TSimd.Load(vectors + 3 * TSimd.Count);
            sum13 = TSimd.MultiplyAdd(left1, vector, sum13);
            sum23 = TSimd.MultiplyAdd(left2, vector, sum23);
        }

        // and these the last.
        for (; tap < ends[4]; tap++)
        {
            weights = kernel + kernelSteps[tap];
            vectors = input + inputSteps[tap];
            left2 = TSimd.Broadcast(*(weights - 2 * shift));
            vector = TSimd.Load(vectors);
            sum20 = TSimd.MultiplyAdd(left2, vector, sum20);
            vector = TSimd.Load(vectors + TSimd.Count);
            sum21 = TSimd.MultiplyAdd(left2, vector, sum21);
            vector = TSimd.Load(vectors + 2 * TSimd.Count);
            sum22 = TSimd.MultiplyAdd(left2, vector, sum22);
            vector = TSimd.Load(vectors + 3 * TSimd.Count);
            sum23 = TSimd.MultiplyAdd(left2, vector, sum23);
        }

        var before = TSimd.Broadcast(start);
        Put<TVector, TSimd>(sum00, sum01, sum02, sum03, before, result);
        Put<TVector, TSimd>(sum10, sum11, sum12, sum13, before, result + pitch);
        Put<TVector, TSimd>(sum20, sum21, sum22, sum23, before, result + 2 * pitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Put<TVector, TSimd>(TVector sum0, TVector sum1, TVector sum2, TVector sum3, TVector before, float* result)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TSimd.Store(TSimd.Add(sum0, before), result);
        TSimd.Store(TSimd.Add(sum1, before), result + TSimd.Count);
        TSimd.Store(TSimd.Add(sum2, before), result + 2 * TSimd.Count);
        TSimd.Store(TSimd.Add(sum3, before), result + 3 * TSimd.Count);
    }
}
