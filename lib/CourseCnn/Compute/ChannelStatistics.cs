namespace CourseCnn;

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

    /// <summary>y = x * scale + shift, with a scale and a shift for each channel.</summary>
    public static void ScaleAndShift(
        ReadOnlySpan<float> input, Span<float> output, int channels, int pixels, ReadOnlySpan<double> scales, ReadOnlySpan<double> shifts)
    {
        for (var start = 0; start < input.Length; start += pixels)
        {
            var channel = start / pixels % channels;
            var (scale, shift) = (scales[channel], shifts[channel]);
            for (var i = start; i < start + pixels; i++)
                output[i] = (float)(input[i] * scale + shift);
        }
    }
}
