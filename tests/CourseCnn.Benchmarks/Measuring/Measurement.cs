namespace CourseCnn.Benchmarks.Measuring;

/// <summary>What was found about one workload on a number of threads; times in seconds a call.</summary>
sealed record Measurement(
    string Group,
    string Name,
    int Threads,
    double Ours,
    double Libtorch,
    double GigaFlops,
    double PercentOfPeak,
    double OurError,
    double LibtorchError,
    long BytesPerCall)
{
    /// <summary>How many times faster ours is.</summary>
    public double Ratio => Libtorch / Ours;
}
