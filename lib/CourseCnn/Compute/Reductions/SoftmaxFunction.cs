using System.Numerics.Tensors;

namespace CourseCnn.Compute.Reductions;

/// <summary>
/// Softmax on plain memory, seen as (outer, size, inner): along the middle dimension, numbers become shares that sum to 1. Works on
/// runs of <c>inner</c> neighbours at once.
/// </summary>
static class SoftmaxFunction
{
    /// <summary>exp(x) divided by the sum of all exp(x) along the dimension, or with <paramref name="log"/> its logarithm.</summary>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, int size, int inner, bool log)
    {
        var block = size * inner;
        if (block == 0)
            return;

        var (greatest, sums) = (new float[inner], new double[inner]);
        for (var start = 0; start < input.Length; start += block)
        {
            var x = input.Slice(start, block);
            var y = output.Slice(start, block);

            // Less the greatest, so that no exp overflows.
            x[..inner].CopyTo(greatest);
            for (var row = inner; row < block; row += inner)
                TensorPrimitives.Max(greatest, x.Slice(row, inner), greatest);

            Array.Clear(sums);
            for (var row = 0; row < block; row += inner)
                for (var i = 0; i < inner; i++)
                    sums[i] += Math.Exp(x[row + i] - greatest[i]);

            for (var row = 0; row < block; row += inner)
                for (var i = 0; i < inner; i++)
                {
                    var shifted = x[row + i] - greatest[i];
                    y[row + i] = (float)(log ? shifted - Math.Log(sums[i]) : Math.Exp(shifted) / sums[i]);
                }
        }
    }
}
