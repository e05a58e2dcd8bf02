using TorchSharp;

namespace CourseCnn.Benchmarks;

/// <summary>Measures the workloads, one after the other, on each number of threads.</summary>
/// <param name="quick">Whether to take few rounds.</param>
/// <param name="only">A text that must be in a workload's group or name; null takes all.</param>
/// <param name="threads">On how many threads.</param>
sealed class BenchmarkRun(bool quick, string? only, int[] threads)
{
    readonly double seconds = quick ? 0.3 : 1.5;

    /// <summary>An odd number, so that the median is a time that was measured.</summary>
    readonly int leastRounds = quick ? 5 : 11;

    public Report Measure()
    {
        using var gradient = torch.no_grad();
        var peak = Peak.GigaFlops();
        var measurements = new List<Measurement>();
        foreach (var workload in AllWorkloads.Create().Select(create => create()).Where(IsWanted))
        {
            foreach (var count in threads)
                measurements.Add(Measure(workload, count, peak));
            Console.Error.WriteLine($"{workload.Name}: {measurements[^1].Ratio:0.00}");
        }

        var growth = only is null ? Growth.Steps().Select(step => Grow(step, peak)).ToList() : [];
        return new(Machine.Describe(), DateTime.Today, peak, measurements, growth);
    }

    bool IsWanted(Workload workload) => only is null
        || workload.Name.Contains(only, StringComparison.OrdinalIgnoreCase)
        || workload.Group.Contains(only, StringComparison.OrdinalIgnoreCase);

    Measurement Measure(Workload workload, int count, double peak)
    {
        torch.set_num_threads(count);
        Tensor.SetNumThreads(count);
        var (ours, theirs) = Stopwatches.Compare(
            () => workload.Ours(), () => workload.Theirs().Dispose(), seconds, leastRounds);
        var (ourError, theirError) = workload.Errors();
        var flops = 2e-9 * workload.MultiplyAdds / ours;
        return new(
            workload.Group, workload.Name, count, ours, theirs, flops, 100 * flops / (peak * count), ourError, theirError, Bytes(workload));
    }

    GrowthStep Grow(Growth step, double peak)
    {
        var (before, after) = (Measure(step.Before, step.ThreadsBefore, peak), Measure(step.After, step.ThreadsAfter, peak));
        return new(step.Name, step.Before.Name, after.Ours / before.Ours, after.Libtorch / before.Libtorch);
    }

    static long Bytes(Workload workload)
    {
        const int calls = 8;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < calls; i++)
            workload.Ours();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / calls;
    }
}
