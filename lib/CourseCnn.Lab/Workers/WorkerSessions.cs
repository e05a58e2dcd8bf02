namespace CourseCnn.Lab.Workers;

/// <summary>
/// Sessions, one after the other, in one process as long as that lives: what it has compiled and loaded once is there.
/// </summary>
/// <param name="consequence">What it means for whoever runs a cell that the process has ended with it, in a sentence.</param>
sealed class WorkerSessions(string consequence) : IDisposable
{
    Worker? worker;

    /// <summary>Starts the process, so that it is there when the first session is wanted.</summary>
    internal void Start() => worker ??= Worker.Start(consequence);

    internal WorkerSession Open(string folder)
    {
        if (worker is { Ended.IsCompleted: true })
            worker = null;
        Start();
        return new WorkerSession(worker!, folder);
    }

    public void Dispose() => worker?.Dispose();
}
