using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>A Jupyter client for tests: what it waits for must come, or the test fails.</summary>
sealed class TestClient : IDisposable
{
    /// <summary>Long enough for a busy machine: no test waits that long unless it fails.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    readonly WireFormat format;
    readonly DealerSocket shell = new();
    readonly DealerSocket control = new();
    readonly DealerSocket stdin = new();
    readonly SubscriberSocket iopub = new();
    readonly RequestSocket heartbeat = new();

    readonly ConnectionInfo connection;
    readonly List<Heard> overheard = [];

    /// <param name="connection">Where the kernel is.</param>
    /// <param name="listens">Whether questions reach it from the start, or only after <see cref="Listen"/>.</param>
    public TestClient(ConnectionInfo connection, bool listens = true)
    {
        this.connection = connection;
        format = new WireFormat(connection.Key);
        var identity = Guid.NewGuid().ToByteArray();
        identity[0] = 1; // A name may not begin with zero.
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub, heartbeat })
            (socket.Options.Linger, socket.Options.ReceiveHighWatermark, socket.Options.SendHighWatermark) = (TimeSpan.Zero, 0, 0);
        shell.Options.Identity = stdin.Options.Identity = identity;
        iopub.Connect(connection.Address(connection.IopubPort));
        iopub.SubscribeToAnyTopic();
        shell.Connect(connection.Address(connection.ShellPort));
        control.Connect(connection.Address(connection.ControlPort));
        if (listens)
            Listen();
        heartbeat.Connect(connection.Address(connection.HeartbeatPort));
        Welcome = Next(heard => heard.Type == "iopub_welcome");
    }

    /// <summary>From now on, questions reach it.</summary>
    public void Listen() => stdin.Connect(connection.Address(connection.StdinPort));

    /// <summary>The kernel's first word to this client: from then on it hears all that is told.</summary>
    public Heard Welcome { get; }

    /// <summary>Sends a request by shell; its id.</summary>
    public string Send(string type, JsonObject? content = null) => Send(shell, type, content);

    /// <summary>Sends a request by control; its id.</summary>
    public string SendControl(string type, JsonObject? content = null) => Send(control, type, content);

    /// <summary>Sends the frames of a message as they are.</summary>
    public void SendRaw(IEnumerable<byte[]> frames) => shell.SendMultipartBytes(frames);

    /// <summary>The frames of a message as this client would send it.</summary>
    public byte[][] Frames(string type, JsonObject? content = null) => format.Write([], new(type, content ?? [], Parent: null));

    /// <summary>Sends a request by shell and waits for all that comes of it.</summary>
    public Talk Ask(string type, JsonObject? content = null) => Hear(Send(type, content));

    /// <summary>Sends a request by control and waits for all that comes of it.</summary>
    public Talk AskControl(string type, JsonObject? content = null) => Hear(SendControl(type, content), control);

    /// <summary>Asks for a cell to be run; its id.</summary>
    public string Start(string code, Action<JsonObject>? more = null)
    {
        var content = new JsonObject { ["code"] = code, ["allow_stdin"] = true };
        more?.Invoke(content);
        return Send("execute_request", content);
    }

    /// <summary>Runs a cell and waits for all that comes of it.</summary>
    public Talk Execute(string code, Action<JsonObject>? more = null) => Hear(Start(code, more));

    /// <summary>Waits for all that comes of a request.</summary>
    public Talk Hear(string id, NetMQSocket? channel = null)
    {
        var reply = Receive(channel ?? shell, heard => heard.ParentId == id);
        return new(reply, HearUntilIdle(id));
    }

    /// <summary>Waits for what everybody is told because of a request.</summary>
    public IReadOnlyList<Heard> HearUntilIdle(string id)
    {
        var told = new List<Heard>();
        while (told.Count == 0 || told[^1].Word != "idle")
            told.Add(Next(heard => heard.ParentId == id));
        return told;
    }

    /// <summary>Waits for the next message on iopub that fits; others are kept for those who ask for them.</summary>
    public Heard Next(Func<Heard, bool> fits)
    {
        var index = overheard.FindIndex(heard => fits(heard));
        if (index < 0)
            return Receive(iopub, fits, overheard);
        var found = overheard[index];
        overheard.RemoveAt(index);
        return found;
    }

    /// <summary>Waits for the next reply by shell.</summary>
    public Heard NextReply() => Receive(shell, _ => true);

    /// <summary>Waits for the kernel's question.</summary>
    public Heard NextQuestion() => Receive(stdin, heard => heard.Type == "input_request");

    /// <summary>Answers a question.</summary>
    public void Reply(string value) => Send(stdin, "input_reply", new() { ["value"] = value });

    /// <summary>Whether the heart beats.</summary>
    public bool IsAlive()
    {
        heartbeat.SendFrame("ping");
        return heartbeat.TryReceiveFrameString(patience, out var answer) && answer == "ping";
    }

    public void Dispose()
    {
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub, heartbeat })
            socket.Dispose();
    }

    string Send(NetMQSocket socket, string type, JsonObject? content)
    {
        var frames = Frames(type, content);
        socket.SendMultipartBytes(frames);
        return Heard.Of(frames).Id;
    }

    static Heard Receive(NetMQSocket socket, Func<Heard, bool> fits, List<Heard>? others = null)
    {
        while (true)
        {
            var frames = new List<byte[]>();
            Assert.True(socket.TryReceiveMultipartBytes(patience, ref frames!), "The kernel does not answer.");
            var heard = Heard.Of(frames);
            if (fits(heard))
                return heard;
            others?.Add(heard);
        }
    }
}
