namespace CourseCnn.Session.Running;

/// <summary>
/// Makes checkpoints look whether they belong to a cell that was stopped. That takes some nanoseconds more than passing, so they look all
/// the time only while a cell is being stopped; afterwards, as long as threads or tasks of it may be left, now and then.
/// </summary>
static class StopSignal
{
    /// <summary>So long at a time, code that runs is made to look.</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(5);

    /// <summary>The time between two such looks grows up to this.</summary>
    static readonly TimeSpan longestPause = TimeSpan.FromSeconds(1);

    static readonly Lock gate = new();
    static readonly List<WeakReference<CellContext>> stopped = [];
    static int holders;
    static nuint floor;
    static bool watching;

    /// <summary>Makes checkpoints look until the result is disposed of, and now and then as long as anything of the cell is left.</summary>
    public static IDisposable Raise(CellContext? cell)
    {
        lock (gate)
        {
            Hold(1);
            if (cell is not null && !stopped.Exists(known => known.TryGetTarget(out var other) && other == cell))
                stopped.Add(new(cell));
        }

        return new Raised();
    }

    /// <summary>The cell that code of this thread was last stopped for, and when that began, in milliseconds.</summary>
    [ThreadStatic]
    static (StopFlag? Flag, long Time) stopping;

    /// <summary>
    /// Ends the code that calls it, if its cell was stopped. For a moment, what cleans up on the way out may call functions
    /// (<see cref="Checkpoint.Leniency"/>).
    /// </summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public static void ThrowIfStopped()
    {
        if (CellContext.Current is not { Flag: { Stopped: true } flag } cell)
            return;
        if (stopping.Flag != flag)
            stopping = (flag, Environment.TickCount64);
        else if (Environment.TickCount64 - stopping.Time < Checkpoint.Leniency)
            return;
        throw cell.Stopped();
    }

    /// <summary>The calling thread has left the cell's code.</summary>
    public static void Forget() => stopping = default;

    /// <summary>The calling thread, whose stack ends at <paramref name="own"/>, is now the one whose turn it is.</summary>
    public static void TakeFloor(nuint own)
    {
        lock (gate)
            Set(own);
    }

    /// <summary>The same, if no other thread has its turn.</summary>
    public static void OfferFloor(nuint own)
    {
        lock (gate)
            if (floor == 0)
                Set(own);
    }

    /// <summary>The thread whose stack ends there is about to end.</summary>
    public static void ReturnFloor(nuint own)
    {
        lock (gate)
            if (floor == own)
                Set(0);
    }

    static void Set(nuint value)
    {
        floor = value;
        Checkpoint.StackFloor = holders > 0 ? 0 : floor;
    }

    static void Hold(int more)
    {
        holders += more;
        Checkpoint.Wanted = holders > 0;
        Set(floor);
    }

    /// <summary>On a thread of its own: the pool may be full of what is to stop.</summary>
    static void Watch()
    {
        for (var pause = look; ; pause = pause * 2 < longestPause ? pause * 2 : longestPause)
        {
            Thread.Sleep(pause);
            lock (gate)
            {
                stopped.RemoveAll(cell => !cell.TryGetTarget(out _));
                watching = stopped.Count > 0;
                if (!watching)
                    return;
                Hold(1);
            }

            Thread.Sleep(look);
            lock (gate)
                Hold(-1);
        }
    }

    sealed class Raised : IDisposable
    {
        int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 1)
                return;
            lock (gate)
            {
                Hold(-1);
                if (watching || stopped.Count == 0)
                    return;
                watching = true;
            }

            new Thread(Watch) { IsBackground = true, Name = "stop signal" }.UnsafeStart();
        }
    }
}
