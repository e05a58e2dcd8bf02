using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Lab.Jupyter.Messages;
using CourseCnn.Lab.Jupyter.Wire;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter;

/// <summary>
/// A kernel as Jupyter and VS Code know them: a session that is spoken to by the Jupyter messaging protocol 5.4,
/// https://jupyter-client.readthedocs.io/en/stable/messaging.html.
/// </summary>
sealed class JupyterKernel : IAsyncDisposable
{
    readonly Sockets sockets;
    readonly HistoryLog history;
    readonly ShellMessages shell;
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task serving = Task.CompletedTask;
    int closing;

    /// <param name="connection">Where clients come to.</param>
    /// <param name="session">Where cells run.</param>
    /// <param name="history">What was run before.</param>
    /// <param name="log">Told of what no client hears.</param>
    /// <exception cref="NetMQ.NetMQException">An address of the connection is taken.</exception>
    public JupyterKernel(ConnectionInfo connection, IInteractiveSession session, HistoryLog history, Action<string> log)
    {
        this.history = history;
        sockets = new Sockets(connection, new WireFormat(connection.Key), log);
        var input = new InputMessages();
        shell = new ShellMessages(session, history, input, Shutdown, log);
        var control = new ControlMessages(shell.Interrupt, Shutdown, log);

        sockets.Received += (channel, message) =>
        {
            if (channel == Channel.Shell)
                shell.Receive(new(sockets, channel, message));
            else if (channel == Channel.Control)
                control.Receive(new(sockets, channel, message));
            else
                input.Receive(message);
        };
    }

    /// <summary>Begins to listen and to answer.</summary>
    public void Start()
    {
        sockets.Publish(new("status", new() { ["execution_state"] = "starting" }, Parent: null));
        sockets.Start();
        serving = Task.Run(shell.ServeAsync);
    }

    /// <summary>Ends when a client has asked the kernel to shut down.</summary>
    public Task Ended => ended.Task;

    /// <summary>Called when the kernel has answered all there was.</summary>
    public event Action? Rests
    {
        add => shell.Rests += value;
        remove => shell.Rests -= value;
    }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt() => shell.Interrupt();

    /// <summary>Stops the cell that runs and closes the sockets, when all is sent.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closing, 1) == 1)
            return;
        shell.Close();
        Interrupt();
        await Task.WhenAny(serving, Task.Delay(TimeSpan.FromSeconds(5)));
        await Task.WhenAny(history.FlushAsync(), Task.Delay(TimeSpan.FromSeconds(2)));
        await sockets.FlushAsync();
        sockets.Dispose();
    }

    void Shutdown(Request request)
    {
        var content = new JsonObject { ["restart"] = request.Message.Flag("restart") };
        request.ReplyOk(content);
        request.Publish("shutdown_reply", content.DeepClone().AsObject());
        ended.TrySetResult();
    }
}
