using CourseCnn.Compute.Convolution.Direct;
using CourseCnn.Compute.Convolution.Fft;
using CourseCnn.Compute.Convolution.ImplicitGemm;
using CourseCnn.Compute.Convolution.Winograd;

namespace CourseCnn.Compute.Convolution;

/// <summary>All algorithms there are. A new one is a folder, a line here, and a name in <see cref="ConvolutionMethod"/>.</summary>
static class ConvolutionAlgorithms
{
    /// <summary>Where two cost the same, the first one is taken.</summary>
    public static IReadOnlyList<ConvolutionAlgorithm> All => algorithms;

    static readonly ConvolutionAlgorithm[] algorithms =
    [
        new DirectConvolution(),
        new ImplicitGemmConvolution(),
        new WinogradConvolution(),
        new FftConvolution(),
    ];

    /// <summary>The algorithm that a learner asked for by name; null for Auto.</summary>
    public static ConvolutionAlgorithm? Of(ConvolutionMethod method)
    {
        foreach (var algorithm in algorithms)
            if (algorithm.Method == method)
                return algorithm;
        return null;
    }
}
