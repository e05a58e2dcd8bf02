using System.Numerics.Tensors;

namespace CourseCnn;

/// <summary>What a fully connected layer computes, on plain memory.</summary>
static unsafe class AffineMap
{
    /// <summary>
    /// For each input row and each weight row, the sum of their products plus that row's bias. Both kinds of row lie without gaps,
    /// so every output is one dot product.
    /// </summary>
    /// <param name="input">Rows of <paramref name="inFeatures"/> numbers.</param>
    /// <param name="weight">A row of <paramref name="inFeatures"/> numbers for each output feature.</param>
    /// <param name="bias">A number for each output feature, or nothing.</param>
    /// <param name="output">A row of output features for each input row.</param>
    /// <param name="inFeatures">How long a row is; at least 1.</param>
    public static void Forward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> output, int inFeatures)
    {
        var (rows, outFeatures) = (input.Length / inFeatures, weight.Length / inFeatures);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, rows * outFeatures);

        fixed (float* inputStart = input, weightStart = weight, biasStart = bias, outputStart = output)
        {
            // A lambda cannot hold a fixed pointer, but it can hold its copy; the work ends before the pinning does.
            float* inputs = inputStart, weights = weightStart, biases = biasStart, outputs = outputStart;
            Work.Split(outFeatures, (long)rows * inFeatures, (from, to) =>
            {
                for (var feature = from; feature < to; feature++)
                {
                    var weightRow = new ReadOnlySpan<float>(weights + (long)feature * inFeatures, inFeatures);
                    var start = biases == null ? 0 : biases[feature];
                    for (var row = 0; row < rows; row++)
                    {
                        var inputRow = new ReadOnlySpan<float>(inputs + (long)row * inFeatures, inFeatures);
                        outputs[(long)row * outFeatures + feature] = start + TensorPrimitives.Dot(inputRow, weightRow);
                    }
                }
            });
        }
    }
}
