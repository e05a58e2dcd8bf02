namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>Where the numbers come from that are transformed: the pixels of two tiles, or a kernel.</summary>
unsafe interface IFftSource
{
    /// <summary>Writes some neighbouring numbers of a row.</summary>
    /// <param name="plane">Of which channel.</param>
    /// <param name="y">Of which row.</param>
    /// <param name="x">From which column on.</param>
    /// <param name="real">The real parts, as many as are wanted.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    void Read(int plane, int y, int x, Span<float> real, Span<float> imaginary);
}
