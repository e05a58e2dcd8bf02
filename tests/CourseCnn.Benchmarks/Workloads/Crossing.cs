namespace CourseCnn.Benchmarks.Workloads;

/// <summary>A convolution in which one size grows, so that one method after another becomes the fastest.</summary>
sealed record Crossing(string What, Conv2d Layer, Shape Input)
{
    /// <summary>Kernels, channels and pixels from small to large.</summary>
    public static IEnumerable<Crossing> Rows()
    {
        foreach (var kernel in new[] { 3, 7, 11, 15, 19, 25, 35, 50 })
            yield return new($"1→1 {kernel}x{kernel}, 512 px", new(1, 1, kernel), (1, 512, 512));
        foreach (var kernel in new[] { 3, 7, 11, 15, 25 })
            yield return new($"3→3 {kernel}x{kernel}, 128 px", new(3, 3, kernel, padding: kernel / 2), (3, 128, 128));
        foreach (var channels in new[] { 4, 8, 16, 24, 32, 64, 128, 256 })
            yield return new($"{channels}→{channels} 3x3, 56 px", new(channels, channels, 3, padding: 1), (channels, 56, 56));
        foreach (var size in new[] { 7, 13, 28, 56, 112 })
            yield return new($"128→128 3x3, {size} px", new(128, 128, 3, padding: 1), (128, size, size));
        foreach (var channels in new[] { 4, 16, 48, 96 })
            yield return new($"{channels}→{channels} 5x5, 27 px", new(channels, channels, 5, padding: 2), (channels, 27, 27));
    }
}
