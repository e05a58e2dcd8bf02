using System.Runtime.ExceptionServices;

namespace CourseCnn;

/// <summary>Work that several threads do together: each takes the next share until there is none left.</summary>
/// <param name="count">How many items there are.</param>
/// <param name="share">How many items are taken at once.</param>
/// <param name="helpers">How many may help whoever hands out the job.</param>
/// <param name="body">Does the items from the first number to just before the second.</param>
sealed class SharedJob(int count, int share, int helpers, Action<int, int> body)
{
    int places = helpers;
    int next;
    int done;
    int helping;
    Exception? failure;

    /// <summary>How many helpers may take part.</summary>
    public int Helpers { get; } = helpers;

    /// <summary>Whether there are shares that nobody has taken yet, and room for one more to help.</summary>
    public bool WantsHelp => HasShares && Volatile.Read(ref places) > 0;

    bool HasShares => Volatile.Read(ref next) < count;

    /// <summary>Helps, if there is still room; says whether there was.</summary>
    public bool TryHelp()
    {
        if (Interlocked.Decrement(ref places) < 0)
            return false;
        Interlocked.Increment(ref helping);
        Help();
        Interlocked.Decrement(ref helping);
        return true;
    }

    /// <summary>Does shares until none is left; others may still be at work on theirs then.</summary>
    public void Help()
    {
        while (HasShares)
        {
            var from = Interlocked.Add(ref next, share) - share;
            if (from >= count)
                return;

            var to = Math.Min(count, from + share);
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
    }

    /// <summary>
    /// Hands out no more shares, and waits until nobody is at work on one. Where the caller is stopped halfway (a learner interrupts the
    /// cell), the memory that the helpers write to must not be given back before.
    /// </summary>
    public void Close()
    {
        Interlocked.Exchange(ref next, count);
        var wait = new SpinWait();
        while (Volatile.Read(ref helping) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>Waits for the shares that others took, and passes on the first error, if there was one.</summary>
    public void Finish()
    {
        var wait = new SpinWait();
        while (Volatile.Read(ref done) < count)
            wait.SpinOnce(sleep1Threshold: -1);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }
}
