using System.Threading.Channels;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Answers what comes by shell, one message after the other.</summary>
sealed class ShellMessages
{
    /// <summary>Cells that were sent together come within such a time of each other.</summary>
    static readonly TimeSpan lull = TimeSpan.FromMilliseconds(50);

    readonly Channel<(long Number, Request Request)> queue = System.Threading.Channels.Channel.CreateUnbounded<(long, Request)>();
    readonly Dictionary<string, Func<Request, CancellationToken, Task>> handlers;
    readonly Interruption interruption = new();
    readonly Action<string> log;
    long arrived;
    long abortedUpTo;

    public ShellMessages(
        IInteractiveSession session, HistoryLog history, InputMessages input, Action<Request> shutdown, Action<string> log)
    {
        this.log = log;
        Execute = new ExecuteMessages(session, input, history, AbortOthersAsync);
        var commMessages = new CommMessages(session);
        handlers = new()
        {
            ["kernel_info_request"] = Now(KernelInfoMessages.Answer),
            ["execute_request"] = Execute.RunAsync,
            ["complete_request"] = Later(new CompleteMessages(session).AnswerAsync),
            ["inspect_request"] = Later(new InspectMessages(session).AnswerAsync),
            ["is_complete_request"] = Later(new IsCompleteMessages(session).AnswerAsync),
            ["history_request"] = Now(new HistoryMessages(history).Answer),
            ["comm_info_request"] = Later(commMessages.AnswerInfoAsync),
            ["comm_open"] = commMessages.ReceiveAsync,
            ["comm_msg"] = commMessages.ReceiveAsync,
            ["comm_close"] = commMessages.ReceiveAsync,
            ["shutdown_request"] = Now(shutdown), // Clients older than the control channel.
        };
    }

    public ExecuteMessages Execute { get; }

    /// <summary>Called after each message, when nothing else waits.</summary>
    public event Action? Rests;

    public void Receive(Request request) => queue.Writer.TryWrite((Interlocked.Increment(ref arrived), request));

    /// <summary>Answers messages until none will come any more.</summary>
    public async Task ServeAsync()
    {
        await foreach (var (number, request) in queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (number <= abortedUpTo && request.Message.Type == "execute_request")
                await AnsweringAsync(request, Now(ExecuteMessages.Abort));
            else if (handlers.TryGetValue(request.Message.Type, out var handler))
                await AnsweringAsync(request, handler);
            else
                log($"A message of the unknown type {request.Message.Type} was left alone.");
            if (queue.Reader.Count == 0)
                Rests?.Invoke();
        }
    }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt() => interruption.Interrupt();

    /// <summary>No more messages are taken.</summary>
    public void Close() => queue.Writer.TryComplete();

    Task AnsweringAsync(Request request, Func<Request, CancellationToken, Task> handler) => interruption.DoAsync(async stop =>
    {
        request.PublishStatus("busy");
        try
        {
            await handler(request, stop).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Not the learner's fault: a client must not wait for an answer for ever.
            log($"A message of type {request.Message.Type} could not be answered: {error}");
            request.Reply(new()
            {
                ["status"] = "error",
                ["ename"] = error.GetType().Name,
                ["evalue"] = error.Message,
                ["traceback"] = new System.Text.Json.Nodes.JsonArray(),
            });
        }

        request.PublishStatus("idle");
    });

    /// <summary>
    /// Cells that wait now are not to be run. If some do, they came together, and the last ones may still be on their way.
    /// </summary>
    async Task AbortOthersAsync()
    {
        var known = -1L;
        while (queue.Reader.Count > 0 && known != Interlocked.Read(ref arrived))
        {
            known = Interlocked.Read(ref arrived);
            await Task.Delay(lull);
        }

        abortedUpTo = Interlocked.Read(ref arrived);
    }

    static Func<Request, CancellationToken, Task> Now(Action<Request> answer) => Later(request =>
    {
        answer(request);
        return Task.CompletedTask;
    });

    static Func<Request, CancellationToken, Task> Later(Func<Request, Task> answer) => (request, _) => answer(request);
}
