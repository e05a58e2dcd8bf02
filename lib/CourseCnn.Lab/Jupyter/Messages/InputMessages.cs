using CourseCnn.Lab.Jupyter.Wire;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Questions to the person who runs a cell: <c>input_request</c> and its <c>input_reply</c>.</summary>
sealed class InputMessages
{
    readonly Lock asking = new();
    TaskCompletionSource<string>? waiting;

    /// <summary>An answer has come. One that nobody waits for any more is dropped.</summary>
    public void Receive(Message message)
    {
        if (message.Type == "input_reply")
            Volatile.Read(ref waiting)?.TrySetResult(message.Text("value") ?? "");
    }

    /// <summary>How the cell of a request asks.</summary>
    public ICellInput For(Request request, CellOutput output) => new CellInput(this, request, output);

    string Ask(Request request, string prompt, bool secret, CancellationToken cancellation)
    {
        // One question at a time, also of parallel threads.
        lock (asking)
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref waiting, answer);
            try
            {
                request.Ask("input_request", new() { ["prompt"] = prompt, ["password"] = secret });
                answer.Task.Wait(cancellation);
                return answer.Task.Result;
            }
            finally
            {
                Volatile.Write(ref waiting, null);
            }
        }
    }

    sealed class CellInput(InputMessages messages, Request request, CellOutput output) : ICellInput
    {
        public string ReadLine(string? prompt, bool secret, CancellationToken cancellation)
        {
            prompt ??= output.TakeUnfinishedLine();
            output.Flush();
            return messages.Ask(request, prompt, secret, cancellation);
        }
    }
}
