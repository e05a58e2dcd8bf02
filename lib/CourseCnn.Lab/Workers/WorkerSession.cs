using System.Collections.Concurrent;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>A session in a process of its own. A cell that takes the process down is told so, and the session has ended with it.</summary>
sealed class WorkerSession : IInteractiveSession
{
    readonly Worker worker;
    readonly ConcurrentDictionary<int, TaskCompletionSource<IReadOnlyList<string?>>> requests = new();
    readonly ConcurrentDictionary<int, (ICellOutput Output, ICellInput? Input, CancellationToken Stop)> cells = new();

    /// <param name="worker">A process that runs no other session now.</param>
    /// <param name="folder">Where the session works.</param>
    internal WorkerSession(Worker worker, string folder)
    {
        this.worker = worker;
        worker.Received = Receive;
        worker.Send(new(MessageKind.Open, 0, folder));
    }

    /// <summary>Whether its process has ended.</summary>
    internal bool IsLost => worker.Ended.IsCompleted;

    public void Expect(IEnumerable<string> cells) => worker.Send(new(MessageKind.Expect, 0, [.. cells]));

    public Task PrepareAsync() => AskAsync(MessageKind.Prepare);

    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken cancellation = default) =>
        RunAsync(new CellRequest(code), output, cancellation);

    public async Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation = default)
    {
        var number = worker.NextNumber();
        // What a cell leaves behind may write when it has ended.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        cells[number] = (output, cell.Input, end.Token);
        var asks = cell.Input is null ? null : "";
        var parts = await AskAsync(number, MessageKind.Run, [cell.Code, cell.Name, asks, output.HasPage.ToString()], cancellation);
        await end.CancelAsync();
        return parts is null ? new CellResult(CellStatus.Lost, Error: await worker.Ended) : Parts.ToResult(parts);
    }

    public async Task ReceiveAsync(CommMessage message, ICellOutput output, CancellationToken cancellation = default)
    {
        var number = worker.NextNumber();
        cells[number] = (output, null, cancellation);
        await AskAsync(number, MessageKind.Receive, Parts.Of(message), cancellation);
    }

    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        await AskAsync(MessageKind.Complete, code, Parts.Text(position)) is { } parts
            ? Parts.ToCompletions(parts) : new CompletionList(position, position, []);

    public async Task<Inspection?> InspectAsync(string code, int position, bool detailed, CancellationToken cancellation = default) =>
        await AskAsync(MessageKind.Inspect, code, Parts.Text(position), detailed.ToString()) is [{ } text, { } markdown]
            ? new Inspection(text, markdown) : null;

    public async Task<Completeness> JudgeAsync(string code) =>
        await AskAsync(MessageKind.Judge, code) is [{ } state, { } indent]
            ? new Completeness(Enum.Parse<CodeState>(state), indent) : new Completeness(CodeState.Complete);

    public async Task<IReadOnlyDictionary<string, string>> OpenCommsAsync() =>
        Parts.ToPairs(await AskAsync(MessageKind.OpenComms) ?? []).ToDictionary();

    public Task WarmUpAsync() => AskAsync(MessageKind.WarmUp);

    public Task WarmUpCompletionAsync() => AskAsync(MessageKind.WarmUpCompletion);

    /// <summary>Ends the session. If a cell runs that cannot be stopped, the process ends with it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (requests.IsEmpty)
            await AskAsync(MessageKind.Close);
        else
            worker.Dispose();
    }

    Task<IReadOnlyList<string?>?> AskAsync(MessageKind kind, params IReadOnlyList<string?> parts) =>
        AskAsync(worker.NextNumber(), kind, parts, CancellationToken.None);

    /// <returns>Null where the process has ended.</returns>
    async Task<IReadOnlyList<string?>?> AskAsync(
        int number, MessageKind kind, IReadOnlyList<string?> parts, CancellationToken cancellation)
    {
        var result = requests[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.Send(new(kind, number, parts));
        using var stopping = cancellation.Register(() => worker.Send(new(MessageKind.Stop, number)));
        var first = await Task.WhenAny(result.Task, worker.Ended);
        requests.TryRemove(number, out _);
        return first == result.Task ? await result.Task : null;
    }

    void Receive(Message message)
    {
        if (message.Kind == MessageKind.Result)
        {
            if (requests.TryGetValue(message.Number, out var result))
                result.TrySetResult(message.Parts);
        }
        else if (cells.TryGetValue(message.Number, out var cell))
        {
            if (message.Kind == MessageKind.Ask)
                Ask(message, cell.Input!, cell.Stop);
            else
                Show(message, cell.Output);
        }
    }

    void Ask(Message message, ICellInput input, CancellationToken stop) => new Thread(() =>
    {
        try
        {
            var line = input.ReadLine(message.Parts[0], bool.Parse(message.Parts[1]!), stop);
            worker.Send(new(MessageKind.Answer, message.Number, line));
        }
        catch (OperationCanceledException)
        {
            // The cell has ended.
        }
    })
    { IsBackground = true }.Start();

    static void Show(Message message, ICellOutput output)
    {
        var parts = message.Parts;
        switch (message.Kind)
        {
            case MessageKind.Write:
                output.Write(Enum.Parse<OutputStream>(parts[0]!), parts[1]!);
                break;
            case MessageKind.Display:
                output.Display(Parts.ToBundle(parts, 1), parts[0]!);
                break;
            case MessageKind.Update:
                output.UpdateDisplay(Parts.ToBundle(parts, 1), parts[0]!);
                break;
            case MessageKind.Clear:
                output.Clear(bool.Parse(parts[0]!));
                break;
            case MessageKind.Say:
                output.Say(Parts.ToComm(parts));
                break;
        }
    }
}
