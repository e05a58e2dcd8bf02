namespace CourseCnn.Compute.Threads;

/// <summary>Shares work between the processor's cores where there is enough of it to be worth the trouble.</summary>
static class Work
{
    /// <summary>Below about a hundredth of a millisecond, asking the other cores costs more than they save.</summary>
    const double WorthSharing = 8e-6;

    /// <summary>Shares are about a hundredth of a millisecond long, so that who is done early takes over from who is late.</summary>
    const double SecondsPerShare = 8e-6;

    /// <summary>Shares for each thread at least, where there are so many items.</summary>
    const int SharesOfThread = 4;

    /// <summary>So long, a thread that works alone does not look whether it is to stop.</summary>
    const double SecondsBetweenLooks = 5e-3;

    /// <summary>On how many threads work is shared, the caller's among them; at first as many as there are cores.</summary>
    public static int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Calls <paramref name="body"/> with ranges that together are 0 to <paramref name="count"/>. Items must not depend on
    /// each other; then the result is the same however many threads there are.
    /// </summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="secondsPerItem">About how long one item takes.</param>
    /// <param name="body">Does the items from the first number to just before the second.</param>
    /// <exception cref="OperationCanceledException">The host wants the calling code to stop (<see cref="HostCancellation"/>).</exception>
    public static void Split(int count, double secondsPerItem, Action<int, int> body)
    {
        var threads = Threads;
        if (count <= 1 || count * secondsPerItem < WorthSharing)
        {
            body(0, count);
            return;
        }

        var stop = HostCancellation.Token;
        stop.ThrowIfCancellationRequested();
        if (threads == 1)
        {
            DoAlone(count, secondsPerItem, body, stop);
            return;
        }

        // Several shares for each thread, and never a part of an item.
        var share = (int)Math.Clamp(SecondsPerShare / secondsPerItem, 1, Math.Max(1, count / (threads * SharesOfThread)));
        ThreadTeam.Run(new SharedJob(count, share, threads - 1, body, stop));
    }

    static void DoAlone(int count, double secondsPerItem, Action<int, int> body, CancellationToken stop)
    {
        var part = stop.CanBeCanceled ? (int)Math.Clamp(SecondsBetweenLooks / secondsPerItem, 1, count) : count;
        for (var from = 0; from < count;)
        {
            stop.ThrowIfCancellationRequested();
            var to = from + Math.Min(part, count - from);
            body(from, to);
            from = to;
        }
    }
}
