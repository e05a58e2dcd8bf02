using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>What a fully connected layer computes, on plain memory.</summary>
static unsafe class AffineMap
{
    /// <summary>From so many input rows on it is a matrix product; for fewer, laying out panels would cost more than it saves.</summary>
    const int ProductFromRows = 24;

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
            if (rows < ProductFromRows)
                new DotsWork(inputStart, weightStart, biasStart, outputStart, rows, inFeatures, outFeatures).Run();
            else
                Product(inputStart, weightStart, biasStart, outputStart, rows, inFeatures, outFeatures);
        }
    }

    /// <summary>
    /// A matrix product with the weights on the left, as they lie in memory, and the inputs on the right, a column for each input row.
    /// </summary>
    static void Product(float* input, float* weight, float* bias, float* output, int rows, int inFeatures, int outFeatures)
    {
        using var panels = new Scratch(Panels.Length(inFeatures, rows));
        var packed = panels.Pointer;
        Work.Split(Panels.Count(rows), inFeatures * Tile.Width / MachineSpeed.Copies, (from, to) =>
        {
            for (var panel = from; panel < to; panel++)
                Panels.PackTransposed(input, inFeatures, rows, panel, packed + (long)panel * inFeatures * Tile.Width);
        });
        new AffineMapWork(weight, packed, bias, output, rows, inFeatures, outFeatures).Run();
    }
}
