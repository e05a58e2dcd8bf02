using System.Globalization;
using System.Text;
using CourseCnn.Benchmarks.Measuring;

namespace CourseCnn.Benchmarks.Reports;

/// <summary>The report for people: tables in Markdown.</summary>
static class MarkdownReport
{
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        Line($"{report.Machine}, {report.Date:yyyy-MM-dd}. One core's peak: {report.PeakGigaFlops:0} GFLOP/s.");
        foreach (var byThreads in report.Measurements.GroupBy(measurement => measurement.Threads))
        {
            Line($"");
            var threads = byThreads.Key == 1 ? "1 thread" : $"{byThreads.Key} threads";
            Line($"| on {threads} | ours | libtorch | ratio | GFLOP/s | of peak | error | libtorch's | bytes a call |");
            Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var group in byThreads.GroupBy(measurement => measurement.Group))
            {
                foreach (var row in group)
                {
                    Part($"| {row.Name} | {Time(row.Ours)} | {Time(row.Libtorch)} | {row.Ratio:0.00} | {row.GigaFlops:0} ");
                    Part($"| {row.PercentOfPeak:0} % | {row.OurError:0.0e+0} | {row.LibtorchError:0.0e+0} ");
                    Line($"| {row.BytesPerCall:N0} |");
                }

                Line($"| *{group.Key}: geometric mean* | | | **{Mean(group):0.00}** | | | | | |");
            }
        }

        if (report.Growth.Count > 0)
        {
            Line($"");
            Line($"| growth | from | ours | libtorch |");
            Line($"|---|---|--:|--:|");
            foreach (var step in report.Growth)
                Line($"| {step.What} | {step.From} | x{step.Ours:0.00} | x{step.Libtorch:0.00} |");
        }

        return text.ToString();

        void Part(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));

        void Line(FormattableString line)
        {
            Part(line);
            text.Append('\n');
        }
    }

    static double Mean(IEnumerable<Measurement> group) => Math.Exp(group.Average(row => Math.Log(row.Ratio)));

    static string Time(double seconds) => seconds < 1e-3
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.00} ms");
}
