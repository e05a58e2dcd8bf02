using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>
/// The kernel's five sockets, bound to the addresses of the connection file and nothing else. Each socket belongs to one thread: shell,
/// stdin and iopub to the first, control to a second, so that an interrupt comes through whatever happens, the heartbeat to a third.
/// What is sent goes through a queue, in the order it was given.
/// </summary>
sealed class Sockets : IDisposable
{
    /// <summary>Messages that wait for a client which does not read; what comes on top, that client misses.</summary>
    const int MostUnread = 100_000;

    const int ToldOneByOne = 100;

    static readonly TimeSpan patienceToBind = TimeSpan.FromSeconds(5);

    /// <summary>A client's stdin may connect later than its shell: a question waits for it.</summary>
    static readonly TimeSpan patienceToAsk = TimeSpan.FromSeconds(10);

    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    readonly WireFormat format;
    readonly Action<string> log;
    readonly RouterSocket shell = new();
    readonly RouterSocket stdin = new();
    readonly RouterSocket control = new();
    readonly XPublisherSocket iopub = new();
    readonly RouterSocket heartbeat = new(); // Not a response socket: that one waits in vain for a client that broke off.
    readonly NetMQQueue<Action> outgoing = new();
    readonly NetMQQueue<byte[][]> outgoingControl = new();
    readonly List<NetMQPoller> pollers = [];
    int dropped;

    /// <param name="connection">Where to bind.</param>
    /// <param name="format">How to read and write messages.</param>
    /// <param name="log">Where a dropped message is told.</param>
    /// <exception cref="NetMQException">An address is taken.</exception>
    public Sockets(ConnectionInfo connection, WireFormat format, Action<string> log)
    {
        (this.format, this.log) = (format, log);
        iopub.Options.XPubVerbose = true; // Each subscriber is welcomed, not only the first of its topic.
        stdin.Options.RouterMandatory = true; // A question that nobody gets is noticed.
        try
        {
            Bind(iopub, connection.Address(connection.IopubPort));
            Bind(control, connection.Address(connection.ControlPort));
            Bind(stdin, connection.Address(connection.StdinPort));
            Bind(heartbeat, connection.Address(connection.HeartbeatPort));
            Bind(shell, connection.Address(connection.ShellPort));
        }
        catch
        {
            CloseSockets();
            throw;
        }
    }

    /// <summary>Called with each message that is in order, on the thread of its channel.</summary>
    public event Action<Channel, Message>? Received;

    /// <summary>Begins to listen.</summary>
    public void Start()
    {
        shell.ReceiveReady += (_, _) => Receive(Channel.Shell, shell);
        stdin.ReceiveReady += (_, _) => Receive(Channel.Stdin, stdin);
        control.ReceiveReady += (_, _) => Receive(Channel.Control, control);
        iopub.ReceiveReady += (_, _) => Welcome();
        heartbeat.ReceiveReady += (_, _) => Echo();
        outgoing.ReceiveReady += (_, _) =>
        {
            while (outgoing.TryDequeue(out var send, TimeSpan.Zero))
                send();
        };
        outgoingControl.ReceiveReady += (_, _) =>
        {
            while (outgoingControl.TryDequeue(out var frames, TimeSpan.Zero))
                Send(control, frames);
        };

        Poll("jupyter", shell, stdin, iopub, outgoing);
        Poll("jupyter control", control, outgoingControl);
        Poll("jupyter heartbeat", heartbeat);
    }

    /// <summary>Answers a message on the channel it came by.</summary>
    public void Answer(Channel channel, Message request, Reply reply)
    {
        var frames = format.Write(request.Identities, reply);
        if (channel == Channel.Control)
            outgoingControl.Enqueue(frames);
        else
            outgoing.Enqueue(() => Send(shell, frames));
    }

    /// <summary>Asks, on stdin, whoever sent a message by shell.</summary>
    public void Ask(Message request, Reply question)
    {
        var (frames, watch) = (format.Write(request.Identities, question), Stopwatch.StartNew());
        outgoing.Enqueue(() => SendQuestion(frames, watch));
    }

    /// <summary>Tells everybody.</summary>
    public void Publish(Reply reply)
    {
        var frames = format.Write([Encoding.UTF8.GetBytes(reply.Type)], reply);
        outgoing.Enqueue(() => Send(iopub, frames));
    }

    /// <summary>Ends when all that was sent before, by shell, stdin and iopub, is with the sockets.</summary>
    public Task FlushAsync()
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        outgoing.Enqueue(flushed.SetResult);
        return flushed.Task;
    }

    public void Dispose()
    {
        foreach (var poller in pollers)
            poller.Dispose();
        CloseSockets();
    }

    static void Bind(NetMQSocket socket, string address)
    {
        socket.Options.Linger = TimeSpan.FromSeconds(1); // The last messages, such as shutdown_reply, still leave.
        socket.Options.SendHighWatermark = MostUnread;
        socket.Options.ReceiveHighWatermark = MostUnread;
        socket.Options.MaxMsgSize = FrameReader.MostBytesInFrame;
        if (socket is RouterSocket)
            socket.Options.RouterHandover = true; // A client that lost its connection comes back under its old name.
        socket.BindPatiently(address, patienceToBind);
    }

    void Poll(string name, params ISocketPollable[] sockets)
    {
        var poller = new NetMQPoller();
        foreach (var socket in sockets)
            poller.Add(socket);
        pollers.Add(poller);
        poller.RunAsync(name, isBackgroundThread: true);
    }

    void SendQuestion(byte[][] frames, Stopwatch watch)
    {
        try
        {
            Send(stdin, frames);
        }
        catch (HostUnreachableException) when (watch.Elapsed < patienceToAsk)
        {
            Task.Delay(pause).ContinueWith(_ => outgoing.Enqueue(() => SendQuestion(frames, watch)), TaskScheduler.Default);
        }
        catch (HostUnreachableException)
        {
            log("A cell asks for input, but its client does not listen: interrupt the cell.");
        }
    }

    /// <summary>A client that is gone, or reads nothing, never holds the kernel up: what it misses is lost to it.</summary>
    static void Send(NetMQSocket socket, byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++)
        {
            if (!socket.TrySendFrame(frames[i], more: i < frames.Length - 1))
                return;
        }
    }

    void Receive(Channel channel, NetMQSocket socket)
    {
        // Not without end: other sockets of the thread want their turn.
        for (var i = 0; i < 100 && FrameReader.TryRead(socket, out var frames); i++)
        {
            try
            {
                Received?.Invoke(channel, format.Read(frames));
            }
            catch (BadMessageException bad)
            {
                LogDropped(channel, bad.Message);
            }
        }
    }

    /// <summary>A flood of bad messages does not become a flood of words.</summary>
    void LogDropped(Channel channel, string reason)
    {
        var count = Interlocked.Increment(ref dropped);
        if (count <= ToldOneByOne || count % ToldOneByOne == 0)
            log(FormattableString.Invariant(
                $"A message on the {channel.ToString().ToLowerInvariant()} channel was dropped: {reason} ({count} dropped so far)."));
    }

    void Echo()
    {
        if (FrameReader.TryRead(heartbeat, out var frames))
            Send(heartbeat, [.. frames]);
    }

    /// <summary>Who subscribes is told that nothing will be missed from now on: iopub_welcome, under the topic subscribed to.</summary>
    void Welcome()
    {
        const byte subscribes = 1;
        while (FrameReader.TryRead(iopub, out var frames))
        {
            if (frames is not [[subscribes, .. var topic]])
                continue;
            var welcome = new Reply("iopub_welcome", new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) }, Parent: null);
            Send(iopub, format.Write([topic], welcome));
        }
    }

    void CloseSockets()
    {
        foreach (var socket in new NetMQSocket[] { shell, stdin, control, iopub, heartbeat })
            socket.Dispose();
        outgoing.Dispose();
        outgoingControl.Dispose();
    }
}
