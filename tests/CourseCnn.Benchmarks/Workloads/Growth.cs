namespace CourseCnn.Benchmarks.Workloads;

/// <summary>One size made four times as large, or two threads instead of one: how does the time grow?</summary>
sealed record Growth(string Name, Workload Before, int ThreadsBefore, Workload After, int ThreadsAfter)
{
    /// <summary>Pixels, channels (each way, so that there is four times the work), kernel, batch and threads.</summary>
    public static IEnumerable<Growth> Steps()
    {
        foreach (var (channels, kernel, size, batch) in
            new[] { (1, 3, 256, 1), (3, 5, 128, 1), (32, 3, 56, 1), (1, 12, 256, 1), (3, 3, 28, 16) })
        {
            var before = Make(channels, channels, kernel, size, batch);
            yield return new("pixels x4", before, 2, Make(channels, channels, kernel, 2 * size, batch), 2);
            yield return new("channels x4", before, 2, Make(channels, 4 * channels, kernel, size, batch), 2);
            yield return new("kernel x4", before, 2, Make(channels, channels, 2 * kernel, size, batch), 2);
            yield return new("batch x4", before, 2, Make(channels, channels, kernel, size, 4 * batch), 2);
            yield return new("threads 1 → 2", before, 1, before, 2);
        }
    }

    static Workload Make(int inChannels, int outChannels, int kernel, int size, int batch) => Workload.Of(
        "growth",
        $"{inChannels}→{outChannels} {kernel}x{kernel}, {batch} x {size} px",
        Layer.Conv(inChannels, outChannels, kernel, padding: kernel / 2),
        (batch, inChannels, size, size));
}
