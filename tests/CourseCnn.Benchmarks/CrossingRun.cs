using System.Diagnostics;
using System.Globalization;
using System.Text;
using CourseCnn.Benchmarks.Measuring;
using CourseCnn.Benchmarks.Workloads;

namespace CourseCnn.Benchmarks;

/// <summary>Times every method where the methods cross, next to what the plan expects of it: what its constants are checked by.</summary>
static class CrossingRun
{
    public static string Measure()
    {
        Tensor.SetNumThreads(1);
        var text = new StringBuilder();
        text.Append("| one thread, µs: measured (expected) | Direct | ImplicitGemm | Winograd | Fft | taken | lost |\n");
        text.Append("|---|--:|--:|--:|--:|---|--:|\n");
        foreach (var row in Crossing.Rows())
            text.Append(Measure(row)).Append('\n');
        return text.ToString();
    }

    static string Measure(Crossing row)
    {
        var plan = row.Layer.PlanFor(row.Input);
        var input = Tensor.Randn(row.Input);
        var times = new Dictionary<ConvolutionMethod, double>();
        var cells = new List<string>();
        foreach (var (algorithm, expected) in plan.Costs)
        {
            var method = algorithm.Method;
            if (expected is not { } seconds)
            {
                cells.Add("");
                continue;
            }

            row.Layer.Method = method;
            times[method] = Time(() => row.Layer.Call(input));
            cells.Add(string.Create(CultureInfo.InvariantCulture, $"{times[method] * 1e6:0} ({seconds * 1e6:0})"));
        }

        var lost = times[plan.Algorithm.Method] / times.Values.Min() - 1;
        return string.Create(
            CultureInfo.InvariantCulture, $"| {row.What} | {string.Join(" | ", cells)} | {plan.Algorithm.Method} | {lost * 100:0} % |");
    }

    static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        var times = new List<double>();
        while (times.Count < 20 || (watch.ElapsedMilliseconds < 150 && times.Count < 1000))
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Stopwatches.Median(times.Skip(times.Count / 2));
    }
}
