namespace CourseCnn;

/// <summary>Ways to compute a convolution. All give the same numbers, up to rounding; which is fastest depends on the sizes.</summary>
public enum ConvolutionMethod
{
    /// <summary>Whichever is likely the fastest for the sizes at hand.</summary>
    Auto,

    /// <summary>The definition: every product is computed, many neighbouring outputs at a time. For few channels.</summary>
    Direct,

    /// <summary>A matrix product of kernels and patches, without writing the patches out. For many channels.</summary>
    ImplicitGemm,

    /// <summary>
    /// Winograd's minimal filtering: 36 products instead of 144 for a 4 x 4 patch of outputs. For many channels and 3 x 3 kernels.
    /// </summary>
    Winograd,

    /// <summary>A product of spectra, by the fast Fourier transform. For large kernels.</summary>
    Fft,
}
