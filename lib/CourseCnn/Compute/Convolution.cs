namespace CourseCnn;

/// <summary>Convolution on plain memory: what passes the kernels over the input.</summary>
static class Convolution
{
    /// <summary>
    /// Writes each output's bias plus the sum of the products of a kernel and the patch it lies on (a cross-correlation, as
    /// everywhere in deep learning: the kernel is not flipped).
    /// </summary>
    /// <param name="sizes">The sizes of everything; valid ones.</param>
    /// <param name="input">The numbers the kernels pass over.</param>
    /// <param name="weight">The kernels.</param>
    /// <param name="bias">One number for each output channel, or nothing.</param>
    /// <param name="output">What is written; it need not be zero before.</param>
    public static void Forward(
        in ConvolutionSizes sizes, ReadOnlySpan<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Length, sizes.InputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weight.Length, sizes.WeightLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, sizes.OutputLength);
        if (!bias.IsEmpty)
            ArgumentOutOfRangeException.ThrowIfNotEqual(bias.Length, sizes.OutChannels);

        if (!output.IsEmpty)
            DirectConvolution.Forward(sizes, input, weight, bias, output);
    }
}
