using System.Runtime.ExceptionServices;

namespace CourseCnn;

/// <summary>Work that several threads do together: each takes the next share until there is none left.</summary>
sealed class SharedJob(int count, int share, Action<int, int> body)
{
    int next;
    int done;
    Exception? failure;

    /// <summary>Whether there are shares that nobody has taken yet.</summary>
    public bool HasShares => Volatile.Read(ref next) < count;

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
