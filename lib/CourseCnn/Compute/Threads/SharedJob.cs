using System.Runtime.ExceptionServices;

namespace CourseCnn.Compute.Threads;

/// <summary>
/// Work that several threads do together. Each begins with a part of its own, always the same of the first and the same of the last items:
/// what it wrote in one layer it then finds in its own cache in the next. Who is done early helps others with theirs, share by share.
/// </summary>
sealed class SharedJob
{
    /// <summary>Numbers from one part's to the next one's: each has cache lines of its own.</summary>
    const int Pitch = 32;

    /// <summary>So often we look whether the others are done, for a millisecond or two, before we leave them the core.</summary>
    const int MostSpins = 2000;

    readonly int count;
    readonly int share;
    readonly int parts;
    readonly Action<int, int> body;
    readonly CancellationToken stop;

    /// <summary>For each part, the first item that nobody has taken yet.</summary>
    readonly int[] next;

    int places;
    int done;
    int helping;
    Exception? failure;

    /// <param name="count">How many items there are.</param>
    /// <param name="share">How many items are taken at once.</param>
    /// <param name="helpers">How many threads may help the one that hands out the job.</param>
    /// <param name="body">Does the items from the first number to just before the second.</param>
    /// <param name="stop">When to give the rest up.</param>
    public SharedJob(int count, int share, int helpers, Action<int, int> body, CancellationToken stop = default)
    {
        (this.count, this.share, this.body, this.stop) = (count, share, body, stop);
        Helpers = places = helpers;
        parts = helpers + 1;
        next = new int[(parts + 1) * Pitch];
        for (var part = 0; part < parts; part++)
            Next(part) = Bound(part);
    }

    /// <summary>How many helpers may take part.</summary>
    public int Helpers { get; }

    /// <summary>Whether there are shares that nobody has taken yet, and room for one more to help.</summary>
    public bool WantsHelp => Volatile.Read(ref places) > 0 && HasShares;

    bool HasShares
    {
        get
        {
            for (var part = 0; part < parts; part++)
                if (HasSharesOf(part))
                    return true;
            return false;
        }
    }

    /// <summary>Helps, if there is still room; says whether there was.</summary>
    /// <param name="number">The helper's, from 1: its own part.</param>
    public bool TryHelp(int number)
    {
        if (Interlocked.Decrement(ref places) < 0)
            return false;
        Interlocked.Increment(ref helping);
        Help(number);
        Interlocked.Decrement(ref helping);
        return true;
    }

    /// <summary>Does shares until none is left, those of one's own part first; others may still be at work on theirs then.</summary>
    public void Help(int own = 0)
    {
        for (var i = 0; i < parts; i++)
        {
            var part = (own + i) % parts;
            while (HasSharesOf(part))
            {
                if (stop.IsCancellationRequested)
                {
                    GiveUp();
                    return;
                }

                var from = Interlocked.Add(ref Next(part), share) - share;
                var to = Math.Min(Bound(part + 1), from + share);
                if (from < to)
                    Do(from, to);
            }
        }
    }

    /// <summary>Takes the shares that are left, so that nobody does them, and wakes the thread that waits for the job.</summary>
    void GiveUp()
    {
        Interlocked.CompareExchange(ref failure, new OperationCanceledException(stop), null);
        for (var part = 0; part < parts; part++)
        {
            var bound = Bound(part + 1);
            var left = bound - Interlocked.Exchange(ref Next(part), bound);
            if (left > 0)
                Interlocked.Add(ref done, left);
        }
    }

    /// <summary>
    /// Hands out no more shares, and waits until nobody is at work on one. Where the caller is stopped halfway (a learner interrupts the
    /// cell), the memory that the helpers write to must not be given back before.
    /// </summary>
    public void Close()
    {
        for (var part = 0; part < parts; part++)
            Interlocked.Exchange(ref Next(part), Bound(part + 1));
        var wait = new SpinWait();
        while (Volatile.Read(ref helping) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>Waits for the shares that others took, and passes on the first error, if there was one.</summary>
    public void Finish()
    {
        // The others are mostly done within microseconds, so the core is not given up at once, as SpinWait does.
        for (var spins = 0; Volatile.Read(ref done) < count; spins++)
            if (spins < MostSpins)
                Thread.SpinWait(20);
            else
                Rest();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    void Rest()
    {
        lock (next)
            Monitor.Wait(next, millisecondsTimeout: 1);
    }

    void Do(int from, int to)
    {
        try
        {
            body(from, to);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref failure, error, null);
        }

        Interlocked.Add(ref done, to - from);
    }

    bool HasSharesOf(int part) => Volatile.Read(ref Next(part)) < Bound(part + 1);

    /// <summary>The first item of a part.</summary>
    int Bound(int part) => (int)((long)count * part / parts);

    ref int Next(int part) => ref next[(part + 1) * Pitch];
}
