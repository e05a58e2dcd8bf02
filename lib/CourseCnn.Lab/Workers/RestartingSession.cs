using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>A session for as long as somebody wants one: where a cell has taken its process down, the next cell finds a new one.</summary>
/// <param name="open">Opens a session.</param>
sealed class RestartingSession(Func<WorkerSession> open) : IInteractiveSession
{
    readonly Lock gate = new();
    WorkerSession current = open();

    WorkerSession Current
    {
        get
        {
            lock (gate)
                return current.IsLost ? current = open() : current;
        }
    }

    public Task PrepareAsync() => Current.PrepareAsync();

    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken cancellation = default) =>
        Current.RunAsync(code, output, cancellation);

    public Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation = default) =>
        Current.RunAsync(cell, output, cancellation);

    public Task ReceiveAsync(CommMessage message, ICellOutput output, CancellationToken cancellation = default) =>
        Current.ReceiveAsync(message, output, cancellation);

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Current.CompleteAsync(code, position, cancellation);

    public Task<Inspection?> InspectAsync(string code, int position, bool detailed, CancellationToken cancellation = default) =>
        Current.InspectAsync(code, position, detailed, cancellation);

    public Task<Completeness> JudgeAsync(string code) => Current.JudgeAsync(code);

    public Task<IReadOnlyDictionary<string, string>> OpenCommsAsync() => Current.OpenCommsAsync();

    public Task WarmUpAsync() => Current.WarmUpAsync();

    public Task WarmUpCompletionAsync() => Current.WarmUpCompletionAsync();

    public ValueTask DisposeAsync() => current.DisposeAsync();
}
