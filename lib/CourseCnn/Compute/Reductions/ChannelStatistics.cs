using System.Numerics;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Reductions;

/// <summary>Batch normalisation on plain memory, laid out as (batch, channels, pixels).</summary>
static class ChannelStatistics
{
    /// <summary>Each channel's mean and biased variance over the batch and all its pixels.</summary>
    public static void Measure(ReadOnlySpan<float> input, int batch, int channels, int pixels, Span<double> means, Span<double> variances)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            var sum = 0.0;
            for (var n = 0; n < batch; n++)
                sum += Reduction.Sum(input.Slice((n * channels + channel) * pixels, pixels));
            var mean = sum / ((double)batch * pixels);

            var squares = 0.0;
            for (var n = 0; n < batch; n++)
                foreach (var x in input.Slice((n * channels + channel) * pixels, pixels))
                    squares += (x - mean) * (x - mean);

            (means[channel], variances[channel]) = (mean, squares / ((double)batch * pixels));
        }
    }

    /// <summary>y = x * scale + shift, with a scale and a shift for each channel, rounded to a float at the end.</summary>
    public static unsafe void ScaleAndShift(
        ReadOnlySpan<float> input, Span<float> output, int channels, int pixels, double[] scales, double[] shifts)
    {
        if (pixels == 0)
            return;

        var planes = input.Length / pixels;
        fixed (float* inputStart = input, outputStart = output)
        {
            // A lambda cannot hold a fixed pointer, but it can hold its copy; the work ends before the pinning does.
            float* inputs = inputStart, outputs = outputStart;
            Work.Split(planes, pixels / MachineSpeed.Copies, (from, to) =>
            {
                for (var plane = from; plane < to; plane++)
                    ScaleAndShift(
                        new ReadOnlySpan<float>(inputs + (long)plane * pixels, pixels),
                        new Span<float>(outputs + (long)plane * pixels, pixels),
                        scales[plane % channels],
                        shifts[plane % channels]);
            });
        }
    }

    static void ScaleAndShift(ReadOnlySpan<float> x, Span<float> result, double scale, double shift)
    {
        var i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(x[i..]), out var low, out var high);
            Vector.Narrow(low * scale + new Vector<double>(shift), high * scale + new Vector<double>(shift)).CopyTo(result[i..]);
        }

        for (; i < x.Length; i++)
            result[i] = (float)(x[i] * scale + shift);
    }
}
