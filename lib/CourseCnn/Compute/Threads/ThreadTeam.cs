using System.Diagnostics;

namespace CourseCnn.Compute.Threads;

/// <summary>
/// The threads that help. After a job they look out for the next one for a moment, since the next layer's follows within
/// microseconds; then they sleep. The thread that hands out a job works on it too and never waits for a helper to wake up.
/// </summary>
static class ThreadTeam
{
    /// <summary>
    /// How long a helper looks for a job before it sleeps. Waking up takes some hundredths of a millisecond; and a helper that wakes up on
    /// its caller's core only gets one of its own when it has been awake for a while, since the system moves threads at its own pace.
    /// </summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(4);

    static readonly SemaphoreSlim Wake = new(0);
    static readonly List<Thread> Helpers = [];
    static int isBusy;
    static int sleeping;
    static SharedJob? current;

    /// <summary>Does a job with helpers. A job within a job, or beside another one, is done by its caller alone.</summary>
    public static void Run(SharedJob job)
    {
        if (Interlocked.Exchange(ref isBusy, 1) == 1)
        {
            job.Help();
            job.Finish();
            return;
        }

        try
        {
            Hire(job.Helpers);
            // An exchange, so that the job is out before we look who sleeps; a helper looks the other way round.
            Interlocked.Exchange(ref current, job);
            if (Volatile.Read(ref sleeping) is > 0 and var sleepers)
                Wake.Release(Math.Min(sleepers, job.Helpers));
            job.Help();
            job.Finish();
        }
        finally
        {
            Volatile.Write(ref current, null);
            job.Close();
            Volatile.Write(ref isBusy, 0);
        }
    }

    static void Hire(int helpers)
    {
        while (Helpers.Count < helpers)
        {
            var number = Helpers.Count + 1;
            var helper = new Thread(() => HelpForEver(number)) { IsBackground = true, Name = $"CourseCnn helper {number}" };
            Helpers.Add(helper);
            // Without the caller's context, which it would keep for ever.
            helper.UnsafeStart();
        }
    }

    static void HelpForEver(int number)
    {
        while (true)
        {
            if (!LookForJob(number))
                Sleep();
        }
    }

    static bool LookForJob(int number)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            if (Volatile.Read(ref current) is { WantsHelp: true } job && job.TryHelp(number))
                return true;

            Thread.SpinWait(4);
        }

        return false;
    }

    static void Sleep()
    {
        Interlocked.Increment(ref sleeping);
        if (Volatile.Read(ref current) is not { WantsHelp: true })
            Wake.Wait();
        Interlocked.Decrement(ref sleeping);
    }
}
