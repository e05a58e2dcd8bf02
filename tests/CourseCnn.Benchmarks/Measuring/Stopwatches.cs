using System.Diagnostics;

namespace CourseCnn.Benchmarks;

/// <summary>Times two actions alternately, so that what disturbs the machine disturbs both, and takes medians over the rounds.</summary>
static class Stopwatches
{
    /// <summary>Calls that together take this long are timed at once: the clock's own grain is far below it.</summary>
    const double SecondsPerSample = 0.004;

    /// <summary>Calls before these, until the cores and the threads that slept are at work again.</summary>
    const double SecondsToWake = 0.003;

    const int MillisecondsToSleep = 12;

    /// <summary>Seconds a call of both.</summary>
    public static (double First, double Second) Compare(Action first, Action second, double seconds, int leastRounds)
    {
        WarmUp(first, seconds / 6);
        WarmUp(second, seconds / 6);
        var (firsts, others) = (new List<double>(), new List<double>());
        var watch = Stopwatch.StartNew();
        while (firsts.Count < leastRounds || (watch.Elapsed.TotalSeconds < seconds && firsts.Count < 200))
        {
            firsts.Add(Sample(first));
            others.Add(Sample(second));
        }

        return (Median(firsts), Median(others));
    }

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Lets the compiler finish its work: it comes back to what was called 30 times, after a while of its own.</summary>
    static void WarmUp(Action action, double seconds)
    {
        var watch = Stopwatch.StartNew();
        for (var calls = 0; calls < 3 || (watch.Elapsed.TotalSeconds < seconds && calls < 10_000); calls++)
            action();
    }

    static double Sample(Action action)
    {
        // The other library's threads still look for work, OpenMP's for some milliseconds: wait until they sleep, then wake one's own.
        Thread.Sleep(MillisecondsToSleep);
        var watch = Stopwatch.StartNew();
        var calls = 0;
        do
        {
            action();
            calls++;
        }
        while (watch.Elapsed.TotalSeconds < SecondsToWake);
        var count = Math.Max(1, (int)(calls * SecondsPerSample / watch.Elapsed.TotalSeconds));
        return Time(action, count) / count;
    }

    static double Time(Action action, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
