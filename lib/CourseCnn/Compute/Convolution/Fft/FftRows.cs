using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Transforms rows, multiplies by the kernels' spectra, sums over the input channels and transforms back. An item is a block of as many
/// rows as a vector has lanes, of all channels; the outputs take the inputs' place.
/// </summary>
sealed unsafe class FftRows(FftPlanes planes, int inChannels, int outChannels, float* spectra) : SimdWork
{
    readonly int width = planes.Size.Width;
    readonly long spectrumLength = 2L * planes.Size.Height * planes.Size.Width;

    public void Run() => Run(planes.Size.Height / Lanes, (inChannels + outChannels) * FftCost.Seconds(width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var twiddles = Twiddles.Of(width);
        var length = width * 2 * TSimd.Count;
        using var inputs = new Scratch((long)inChannels * length);
        using var output = new Scratch(length);
        for (var block = from; block < to; block++)
        {
            for (var channel = 0; channel < inChannels; channel++)
            {
                var input = inputs.Pointer + (long)channel * length;
                FftRowBlock.Load(planes, channel, block * TSimd.Count, input);
                Fft.Forward<TVector, TSimd>(input, twiddles);
            }

            for (var channel = 0; channel < outChannels; channel++)
            {
                for (var other = 0; other < inChannels; other++)
                {
                    var spectrum = spectra + ((long)channel * inChannels + other) * spectrumLength + (long)block * length;
                    Multiply<TVector, TSimd>(inputs.Pointer + (long)other * length, spectrum, output.Pointer, length, isFirst: other == 0);
                }

                Fft.Backward<TVector, TSimd>(output.Pointer, twiddles);
                FftRowBlock.Store(planes, channel, block * TSimd.Count, output.Pointer);
            }
        }
    }

    /// <summary>Adds the products of complex numbers to a result, or starts it with them.</summary>
    static void Multiply<TVector, TSimd>(float* a, float* b, float* result, int length, bool isFirst)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var lanes = TSimd.Count;
        for (var i = 0; i < length; i += 2 * lanes)
        {
            TVector aRe = TSimd.Load(a + i), aIm = TSimd.Load(a + i + lanes), bRe = TSimd.Load(b + i), bIm = TSimd.Load(b + i + lanes);
            var re = TSimd.Subtract(TSimd.Multiply(aRe, bRe), TSimd.Multiply(aIm, bIm));
            var im = TSimd.MultiplyAdd(aRe, bIm, TSimd.Multiply(aIm, bRe));
            TSimd.Store(isFirst ? re : TSimd.Add(re, TSimd.Load(result + i)), result + i);
            TSimd.Store(isFirst ? im : TSimd.Add(im, TSimd.Load(result + i + lanes)), result + i + lanes);
        }
    }
}
