using System.Collections.Concurrent;
using CourseCnn.Session;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Running;

namespace CourseCnn.Lab.Workers;

/// <summary>In the worker: does what the program asks for. No request waits for another, but for the session's turn.</summary>
sealed class RequestHandler(MessageStream program)
{
    readonly ConcurrentDictionary<int, (CancellationTokenSource Stop, WorkerInput? Input)> running = new();
    CSharpSession? session;

    internal void Handle(Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.Open:
                session = new CSharpSession(message.Parts[0]!);
                break;
            case MessageKind.Expect:
                session!.Expect(message.Parts.Select(code => code!));
                break;
            case MessageKind.Stop:
                if (running.TryGetValue(message.Number, out var stopped))
                    stopped.Stop.Cancel();
                break;
            case MessageKind.Answer:
                if (running.TryGetValue(message.Number, out var asking))
                    asking.Input?.Answer(message.Parts[0]!);
                break;
            default:
                var input = message.Kind == MessageKind.Run && message.Parts[2] is not null ? new WorkerInput(program, message.Number)
                    : null;
                var stop = new CancellationTokenSource();
                running[message.Number] = (stop, input);
                _ = DedicatedThread.RunAsync("request", () => AnswerAsync(message, input, stop.Token));
                break;
        }
    }

    async Task AnswerAsync(Message message, WorkerInput? input, CancellationToken stop)
    {
        var parts = await ResultAsync(session!, message, input, stop);
        running.TryRemove(message.Number, out _);
        program.Send(new(MessageKind.Result, message.Number, parts));
    }

    async Task<IReadOnlyList<string?>> ResultAsync(CSharpSession session, Message message, WorkerInput? input, CancellationToken stop)
    {
        var parts = message.Parts;
        switch (message.Kind)
        {
            case MessageKind.Run:
                var cell = new CellRequest(parts[0]!) { Name = parts[1], Input = input };
                return Parts.Of(await session.RunAsync(cell, Output(hasPage: parts[3]), stop));
            case MessageKind.Receive:
                await session.ReceiveAsync(Parts.ToComm(parts), Output(hasPage: bool.TrueString), stop);
                return [];
            case MessageKind.Complete:
                return Parts.Of(await session.CompleteAsync(parts[0]!, Parts.ToNumber(parts[1])!.Value, stop));
            case MessageKind.Inspect:
                var found = await session.InspectAsync(parts[0]!, Parts.ToNumber(parts[1])!.Value, bool.Parse(parts[2]!), stop);
                return found is null ? [] : [found.Text, found.Markdown];
            case MessageKind.Judge:
                var judged = await session.JudgeAsync(parts[0]!);
                return [judged.State.ToString(), judged.Indent];
            case MessageKind.OpenComms:
                return [.. (await session.OpenCommsAsync()).SelectMany(comm => new[] { comm.Key, comm.Value })];
            case MessageKind.Prepare:
                await session.PrepareAsync();
                return [];
            case MessageKind.WarmUp:
                await session.WarmUpAsync();
                return [];
            case MessageKind.WarmUpCompletion:
                await session.WarmUpCompletionAsync();
                return [];
            case MessageKind.Close:
                await session.DisposeAsync();
                return [];
            default:
                throw new InvalidOperationException($"A worker is not asked for {message.Kind}.");
        }

        WorkerOutput Output(string? hasPage) => new(program, message.Number, bool.Parse(hasPage!));
    }
}
