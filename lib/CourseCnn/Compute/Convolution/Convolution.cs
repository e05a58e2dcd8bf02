using System.Numerics.Tensors;

namespace CourseCnn.Compute.Convolution;

/// <summary>Convolution on plain memory: what passes the kernels over the input.</summary>
static unsafe class Convolution
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
    /// <param name="method">How; one that can.</param>
    /// <param name="prepared">Where prepared kernels are kept from one call to the next, if anywhere.</param>
    public static void Forward(
        in ConvolutionSizes sizes,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> output,
        ConvolutionMethod method = ConvolutionMethod.Auto,
        PreparedKernels? prepared = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Length, sizes.InputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weight.Length, sizes.WeightLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, sizes.OutputLength);
        if (!bias.IsEmpty)
            ArgumentOutOfRangeException.ThrowIfNotEqual(bias.Length, sizes.OutChannels);

        if (output.IsEmpty)
            return;

        fixed (float* inputs = input, weights = weight, biases = bias, outputs = output)
        {
            var arrays = new ConvolutionArrays((nint)inputs, (nint)weights, (nint)biases, (nint)outputs);
            prepared ??= new();
            var algorithm = ConvolutionAlgorithms.Of(method) ?? Choose(prepared.PlanFor(sizes), input);
            for (var image = 0; image < sizes.Batch; image += ImagesAtOnce(sizes))
                Forward(sizes, arrays, algorithm, prepared, image);
        }
    }

    /// <summary>
    /// So many pictures that their copies with a border take a few megabytes: these stay in the cache, and no batch is too large.
    /// </summary>
    static int ImagesAtOnce(in ConvolutionSizes sizes)
    {
        const int numbers = 1 << 20;
        var padded = sizes.Padded;
        return (int)Math.Max(1, numbers / ((long)sizes.InChannels * padded.Height * padded.Width));
    }

    static void Forward(
        in ConvolutionSizes all, ConvolutionArrays arrays, ConvolutionAlgorithm algorithm, PreparedKernels prepared, int firstImage)
    {
        var sizes = all with { Batch = Math.Min(ImagesAtOnce(all), all.Batch - firstImage) };
        arrays = arrays with
        {
            Input = (nint)(arrays.Inputs + (long)firstImage * (all.InputLength / all.Batch)),
            Output = (nint)(arrays.Outputs + (long)firstImage * (all.OutputLength / all.Batch)),
        };
        algorithm.Forward(sizes, all, arrays, prepared);
    }

    /// <summary>
    /// The cheapest algorithm. But the transforms of some would spread an infinite or undefined input to outputs whose patches do not
    /// hold it.
    /// </summary>
    static ConvolutionAlgorithm Choose(ConvolutionPlan plan, ReadOnlySpan<float> input) =>
        plan.Algorithm.SpreadsNonFinite && !TensorPrimitives.IsFiniteAll(input) ? plan.ForNonFinite() : plan.Algorithm;
}
