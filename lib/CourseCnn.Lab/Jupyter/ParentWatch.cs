using CourseCnn.Lab.Crash;

namespace CourseCnn.Lab.Jupyter;

/// <summary>Ends a kernel whose client was killed and so could not end it: Jupyter says by JPY_PARENT_PID that it wants that.</summary>
static class ParentWatch
{
    static readonly TimeSpan interval = TimeSpan.FromSeconds(2);

    /// <summary>Looks now and then; null where nobody asked for it, or on Windows, where clients see to it themselves.</summary>
    public static IDisposable? Start(Action orphaned)
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("JPY_PARENT_PID") is null)
            return null;
        var parent = Native.GetParentProcess();
        return new Timer(
            _ =>
            {
                // An orphan gets another parent.
                if (Native.GetParentProcess() != parent)
                    orphaned();
            },
            null, interval, interval);
    }
}
