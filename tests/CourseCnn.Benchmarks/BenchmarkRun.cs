using CourseCnn.Benchmarks.Measuring;
using CourseCnn.Benchmarks.Reports;
using CourseCnn.Benchmarks.Workloads;
using TorchSharp;

namespace CourseCnn.Benchmarks;

/// <summary>Measures the workloads, one after the other, on each number of threads.</summary>
/// <param name="quick">Whether to take few rounds.</param>
/// <param name="only">A text that must be in a workload's group or name; null takes all.</param>
/// <param name="threads">On how many threads.</param>
sealed class BenchmarkRun(bool quick, string? only, int[] threads)
{
    readonly double seconds = quick ? 0.18 : 1.5;

    /// <summary>An odd number, so that the median is a time that was measured.</summary>
    readonly int leastRounds = quick ? 3 : 11;

    /// <summary>What several steps of growth start from, measured once.</summary>
    readonly Dictionary<(Workload, int), (double Ours, double Theirs)> starts = [];

    public Report Measure()
    {
        HireHelpers();
        using var gradient = torch.no_grad();
        var peak = Peak.GigaFlops();
        var measurements = new List<Measurement>();
        foreach (var workload in AllWorkloads.Create().Select(create => create()).Where(IsWanted))
        {
            Tidy();
            // Neither depends on the number of threads.
            var (errors, bytes) = (workload.Errors(), Bytes(workload));
            foreach (var count in threads)
                measurements.Add(Measure(workload, count, peak, errors, bytes));
            Console.Error.WriteLine($"{workload.Name}: {measurements[^1].Ratio:0.00}");
        }

        var growth = only is null ? Growth.Steps().Select(Grow).ToList() : [];
        return new(Machine.Describe(), DateTime.Today, peak, measurements, growth);
    }

    /// <summary>What an earlier workload left behind, of both libraries, must not slow this one down.</summary>
    static void Tidy()
    {
        Tensor.EmptyCache();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    /// <summary>Before OpenMP binds this thread to a core, which those that it starts would inherit.</summary>
    void HireHelpers()
    {
        Tensor.SetNumThreads(threads.Max());
        var square = Tensor.Ones((256, 256));
        square.MatMul(square);
    }

    bool IsWanted(Workload workload) => only is null
        || workload.Name.Contains(only, StringComparison.OrdinalIgnoreCase)
        || workload.Group.Contains(only, StringComparison.OrdinalIgnoreCase);

    Measurement Measure(Workload workload, int count, double peak, (double Ours, double Theirs) errors, long bytes)
    {
        var (ours, theirs) = Compare(workload, count);
        var flops = 2e-9 * workload.MultiplyAdds / ours;
        return new(
            workload.Group, workload.Name, count, ours, theirs, flops, 100 * flops / (peak * count), errors.Ours, errors.Theirs, bytes);
    }

    GrowthStep Grow(Growth step)
    {
        if (!starts.TryGetValue((step.Before, step.ThreadsBefore), out var before))
            starts.Add((step.Before, step.ThreadsBefore), before = Compare(step.Before, step.ThreadsBefore));
        var after = Compare(step.After, step.ThreadsAfter);
        return new(step.Name, step.Before.Name, after.Ours / before.Ours, after.Theirs / before.Theirs);
    }

    /// <summary>Seconds a call.</summary>
    (double Ours, double Theirs) Compare(Workload workload, int count)
    {
        torch.set_num_threads(count);
        Tensor.SetNumThreads(count);
        return Stopwatches.Compare(() => workload.Ours(), () => workload.Theirs().Dispose(), seconds, leastRounds);
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
