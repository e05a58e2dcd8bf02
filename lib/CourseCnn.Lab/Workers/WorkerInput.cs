using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>In the worker: a cell's questions go to the program, and it waits here for the answer. One question at a time.</summary>
/// <param name="program">The way there.</param>
/// <param name="number">The request's number.</param>
sealed class WorkerInput(MessageStream program, int number) : ICellInput
{
    readonly Lock asking = new();
    TaskCompletionSource<string>? waiting;

    public string ReadLine(string? prompt, bool secret, CancellationToken cancellation)
    {
        lock (asking)
        {
            var answer = new TaskCompletionSource<string>();
            Volatile.Write(ref waiting, answer);
            program.Send(new(MessageKind.Ask, number, prompt, secret.ToString()));
            answer.Task.Wait(cancellation);
            return answer.Task.Result;
        }
    }

    /// <summary>The answer has come.</summary>
    internal void Answer(string line) => Volatile.Read(ref waiting)?.TrySetResult(line);
}
