namespace CourseCnn.Tests.Compute;

/// <summary>Watches how much managed memory there is at most, beyond what there was.</summary>
sealed class PeakMemory : IDisposable
{
    readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    readonly Timer timer;
    readonly Lock gate = new();
    long most;

    public PeakMemory() => timer = new Timer(_ => Look(), null, 0, 2);

    public long Bytes
    {
        get
        {
            Look();
            return Volatile.Read(ref most) - before;
        }
    }

    public void Dispose() => timer.Dispose();

    void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        lock (gate)
            most = Math.Max(most, now);
    }
}
