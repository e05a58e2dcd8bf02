namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>What runs for a client and can be stopped: one thing at a time.</summary>
sealed class Interruption
{
    readonly Lock gate = new();
    CancellationTokenSource? stop;

    /// <summary>Stops what runs, if anything does.</summary>
    public void Interrupt()
    {
        lock (gate)
            stop?.Cancel();
    }

    /// <summary>Does work that is to end early when <see cref="Interrupt"/> is called.</summary>
    public async Task DoAsync(Func<CancellationToken, Task> work)
    {
        using var cancellation = new CancellationTokenSource();
        lock (gate)
            stop = cancellation;
        try
        {
            await work(cancellation.Token);
        }
        finally
        {
            lock (gate)
                stop = null;
        }
    }
}
