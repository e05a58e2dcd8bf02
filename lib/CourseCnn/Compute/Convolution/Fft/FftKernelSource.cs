namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>A kernel, with zeros in the gaps that dilation opens and all around.</summary>
sealed unsafe class FftKernelSource(ConvolutionSizes sizes, float* kernel) : IFftSource
{
    public void Read(int plane, int y, int x, Span<float> real, Span<float> imaginary)
    {
        real.Clear();
        imaginary.Clear();
        var (row, gap) = Math.DivRem(y, sizes.Dilation.Height);
        if (gap != 0 || row >= sizes.Kernel.Height)
            return;

        for (var i = 0; i < real.Length; i++)
        {
            var (column, columnGap) = Math.DivRem(x + i, sizes.Dilation.Width);
            if (columnGap == 0 && column < sizes.Kernel.Width)
                real[i] = kernel[row * sizes.Kernel.Width + column];
        }
    }
}
