using System.Numerics;

namespace CourseCnn;

/// <summary>
/// Convolution as its definition says it, several neighbouring outputs at a time: for each weight of the kernel, a vector of
/// outputs gains weight times the vector of inputs under it. The sums stay in registers until they are complete.
/// </summary>
static unsafe class DirectConvolution
{
    /// <summary>Vectors of outputs that are summed together.</summary>
    const int Block = 4;

    /// <summary>After so many products a partial sum is put aside, so that long sums round less.</summary>
    const int TapsPerPartialSum = 64;

    public static void Forward(
        ConvolutionSizes sizes, ReadOnlySpan<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> output)
    {
        using var padded = new PaddedInput(sizes, input, slack: Vector<float>.Count);
        var offsets = TapOffsets(sizes, padded);
        var (height, width) = sizes.Output;

        fixed (float* inputStart = padded.Numbers, weightStart = weight, biasStart = bias, outputStart = output)
        fixed (int* offsetsStart = offsets)
        {
            // A lambda cannot hold a fixed pointer, but it can hold its copy; the work ends before the pinning does.
            float* inputs = inputStart, weights = weightStart, biases = biasStart, outputs = outputStart;
            var taps = offsetsStart;
            var (rowLength, planeLength) = (padded.RowLength, padded.PlaneLength);

            Work.Split(sizes.Batch * sizes.OutChannels * height, (long)sizes.Taps * width, (from, to) =>
            {
                for (var row = from; row < to; row++)
                {
                    var (plane, y) = Math.DivRem(row, height);
                    var (image, channel) = Math.DivRem(plane, sizes.OutChannels);
                    var firstChannel = image * sizes.InChannels + channel / sizes.GroupOutChannels * sizes.GroupInChannels;
                    Row(
                        inputs + (long)firstChannel * planeLength + (long)y * sizes.Stride.Height * rowLength,
                        weights + (long)channel * sizes.Taps,
                        taps,
                        sizes.Taps,
                        biases == null ? 0 : biases[channel],
                        new Span<float>(outputs + (long)row * width, width));
                }
            });
        }
    }

    /// <summary>For each weight of a kernel, how far the input under it lies from the input under the first one.</summary>
    static int[] TapOffsets(in ConvolutionSizes sizes, in PaddedInput padded)
    {
        var offsets = new int[sizes.Taps];
        var i = 0;
        for (var channel = 0; channel < sizes.GroupInChannels; channel++)
            for (var y = 0; y < sizes.Kernel.Height; y++)
                for (var x = 0; x < sizes.Kernel.Width; x++)
                    offsets[i++] = channel * padded.PlaneLength + y * sizes.Dilation.Height * padded.RowLength + padded.ColumnOffset(x);
        return offsets;
    }

    /// <summary>One row of one output channel.</summary>
    static void Row(float* input, float* weight, int* offsets, int taps, float bias, Span<float> output)
    {
        var x = 0;
        for (; x <= output.Length - Block * Vector<float>.Count; x += Block * Vector<float>.Count)
            FourVectors(input + x, weight, offsets, taps, bias, output[x..]);
        for (; x < output.Length; x += Vector<float>.Count)
            OneVector(input + x, weight, offsets, taps, bias, output[x..]);
    }

    static void FourVectors(float* input, float* weight, int* offsets, int taps, float bias, Span<float> output)
    {
        Vector<float> total0 = new(bias), total1 = total0, total2 = total0, total3 = total0;
        for (var start = 0; start < taps; start += TapsPerPartialSum)
        {
            Vector<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            var end = Math.Min(taps, start + TapsPerPartialSum);
            for (var tap = start; tap < end; tap++)
            {
                var factor = new Vector<float>(weight[tap]);
                var numbers = input + offsets[tap];
                sum0 = Vector.MultiplyAddEstimate(factor, Vector.Load(numbers), sum0);
                sum1 = Vector.MultiplyAddEstimate(factor, Vector.Load(numbers + Vector<float>.Count), sum1);
                sum2 = Vector.MultiplyAddEstimate(factor, Vector.Load(numbers + 2 * Vector<float>.Count), sum2);
                sum3 = Vector.MultiplyAddEstimate(factor, Vector.Load(numbers + 3 * Vector<float>.Count), sum3);
            }

            total0 += sum0;
            total1 += sum1;
            total2 += sum2;
            total3 += sum3;
        }

        total0.CopyTo(output);
        total1.CopyTo(output[Vector<float>.Count..]);
        total2.CopyTo(output[(2 * Vector<float>.Count)..]);
        total3.CopyTo(output[(3 * Vector<float>.Count)..]);
    }

    static void OneVector(float* input, float* weight, int* offsets, int taps, float bias, Span<float> output)
    {
        Vector<float> total = new(bias);
        for (var start = 0; start < taps; start += TapsPerPartialSum)
        {
            Vector<float> sum = default;
            var end = Math.Min(taps, start + TapsPerPartialSum);
            for (var tap = start; tap < end; tap++)
                sum = Vector.MultiplyAddEstimate(new Vector<float>(weight[tap]), Vector.Load(input + offsets[tap]), sum);
            total += sum;
        }

        for (var i = 0; i < Math.Min(output.Length, Vector<float>.Count); i++)
            output[i] = total[i];
    }
}
