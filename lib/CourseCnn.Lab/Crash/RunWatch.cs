namespace CourseCnn.Lab.Crash;

/// <summary>
/// Tells which cell took the whole program down, and why, in a sentence instead of the runtime's own pages. The first cell starts a second
/// process for that; see <see cref="CrashWatch"/>.
/// </summary>
static class RunWatch
{
    const string Consequence = "The run has ended with it, and the notebook is left as it was.";

    static CrashWatch? watch;
    static bool isTried;

    /// <summary>A cell begins: what to call it.</summary>
    public static void Began(string cell)
    {
        if (!isTried)
            Start();
        watch?.Note(cell);
    }

    /// <summary>No cell runs any more.</summary>
    public static void Ended() => watch?.Note(CrashWatcher.Nothing);

    /// <summary>The other process.</summary>
    public static int Watch(string errorsHandle)
    {
        var (cell, errors) = CrashWatcher.Wait(errorsHandle, elsewhere: null);
        if (cell == CrashWatcher.Nothing)
        {
            Console.Error.Write(errors);
            return 0;
        }

        var report = CrashReport.Of(errors, Consequence);
        Console.Error.WriteLine($"{cell} failed");
        foreach (var line in $"{report.Name}: {report.Message}".Split('\n'))
            Console.Error.WriteLine($"  {line}");
        return 0;
    }

    static void Start()
    {
        isTried = true;
        // If it cannot be started, the runtime's own words must do.
        watch = CrashWatch.TryStart(_ => { }, "watch-run");
        // Environment.Exit is no crash, and reported elsewhere.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Ended();
    }
}
