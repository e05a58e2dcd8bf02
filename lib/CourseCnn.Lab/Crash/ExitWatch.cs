using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Crash;

/// <summary>Notices a cell that ends the whole program: scripts that wait for it must not take that for success.</summary>
sealed class ExitWatch : IDisposable
{
    readonly Action report;
    readonly CancellationToken cancellation;

    /// <param name="report">What to do when it happens.</param>
    /// <param name="cancellation">Where this is cancelled, the program's end is meant.</param>
    internal ExitWatch(Action report, CancellationToken cancellation)
    {
        (this.report, this.cancellation) = (report, cancellation);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnExit;

    void OnExit(object? sender, EventArgs e)
    {
        if (cancellation.IsCancellationRequested)
            return;
        report();
        Environment.ExitCode = ExitCode.NotebookFailed;
    }
}
