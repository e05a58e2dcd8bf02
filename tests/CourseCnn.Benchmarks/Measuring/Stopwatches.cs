using System.Diagnostics;

namespace CourseCnn.Benchmarks.Measuring;

/// <summary>Times two actions alternately, so that what disturbs the machine disturbs both, and takes medians over the rounds.</summary>
static class Stopwatches
{
    /// <summary>Calls that together take this long are timed at once: the clock's own grain is far below it.</summary>
    const double SecondsPerSample = 0.004;

    /// <summary>Calls before these, until the cores and the threads that slept are at work again.</summary>
    const double SecondsToWake = 0.003;

    /// <summary>
    /// So long it may take where the system has woken two threads on one core, which shows in calls that take a multiple.
    /// </summary>
    const double MostSecondsToWake = 0.05;

    const int MillisecondsToSleep = 12;

    /// <summary>
    /// So many times as long as planned it may take where single calls take seconds, as some of libtorch's do on some processors.
    /// </summary>
    const int MostTimesAsLong = 10;

    /// <summary>Seconds a call of both.</summary>
    public static (double First, double Second) Compare(Action first, Action second, double seconds, int leastRounds)
    {
        var (least, otherLeast) = (WarmUp(first, seconds / 6), WarmUp(second, seconds / 6));
        var (firsts, others) = (new List<double>(), new List<double>());
        var watch = Stopwatch.StartNew();
        while (firsts.Count == 0
            || (firsts.Count < leastRounds && watch.Elapsed.TotalSeconds < MostTimesAsLong * seconds)
            || (watch.Elapsed.TotalSeconds < seconds && firsts.Count < 200))
        {
            firsts.Add(Sample(first, least));
            others.Add(Sample(second, otherLeast));
        }

        return (Median(firsts), Median(others));
    }

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>
    /// Lets the compiler finish its work: it comes back, after a while of its own, to what was called 30 times. Says how long a call takes
    /// at least.
    /// </summary>
    static double WarmUp(Action action, double seconds)
    {
        var watch = Stopwatch.StartNew();
        var least = double.MaxValue;
        for (var calls = 0;
            calls == 0 || (calls < 3 && watch.Elapsed.TotalSeconds < MostTimesAsLong * seconds)
            || (watch.Elapsed.TotalSeconds < seconds && calls < 10_000);
            calls++)
            least = Math.Min(least, Time(action, 1));
        return least;
    }

    static double Sample(Action action, double least)
    {
        // The other library's threads still look for work, OpenMP's for some milliseconds: wait until they sleep, then wake one's own.
        Thread.Sleep(MillisecondsToSleep);
        var watch = Stopwatch.StartNew();
        double last;
        do
            last = Time(action, 1);
        while (watch.Elapsed.TotalSeconds < SecondsToWake || (last > 2 * least && watch.Elapsed.TotalSeconds < MostSecondsToWake));
        var count = (int)(SecondsPerSample / last);
        return count <= 1 ? last : Time(action, count) / count;
    }

    static double Time(Action action, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
