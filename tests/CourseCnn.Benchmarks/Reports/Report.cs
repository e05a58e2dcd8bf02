using CourseCnn.Benchmarks.Measuring;

namespace CourseCnn.Benchmarks.Reports;

/// <summary>All that was measured, and where.</summary>
/// <param name="Machine">The processor and what runs on it.</param>
/// <param name="Date">The day.</param>
/// <param name="PeakGigaFlops">What one core can do at most, measured in the same run.</param>
/// <param name="Measurements">Each workload on each number of threads.</param>
/// <param name="Growth">How times grow.</param>
sealed record Report(
    string Machine, DateTime Date, double PeakGigaFlops, IReadOnlyList<Measurement> Measurements, IReadOnlyList<GrowthStep> Growth);
