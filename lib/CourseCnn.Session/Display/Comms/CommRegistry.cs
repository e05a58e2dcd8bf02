using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Display.Comms;

/// <summary>A session's comms that are open, and what is waiting for more.</summary>
/// <param name="say">Tells the page of the cell that speaks, or of the last one.</param>
sealed class CommRegistry(Action<CommMessage> say)
{
    static readonly AsyncLocal<CommRegistry?> current = new();
    static volatile CommRegistry? latest;

    readonly ConcurrentDictionary<string, Action<Comm, JsonNode?>> targets = new();
    readonly ConcurrentDictionary<string, Comm> open = new();

    /// <summary>That of the code that asks, or of the cell that began last; null where no page shows what that says.</summary>
    public static CommRegistry? Current
    {
        get => current.Value ?? latest;
        set => current.Value = latest = value;
    }

    /// <summary>The target of each comm that is open, by its id.</summary>
    public IReadOnlyDictionary<string, string> Opened => open.ToDictionary(comm => comm.Key, comm => comm.Value.Target);

    public void Register(string target, Action<Comm, JsonNode?> opened) => targets[target] = opened;

    /// <summary>A cell opens a comm.</summary>
    public Comm Open(string target, JsonNode? data)
    {
        var comm = Add(Guid.NewGuid().ToString("N"), target);
        Send(CommKind.Open, comm.Id, target, data);
        return comm;
    }

    /// <summary>The page has spoken. Where nothing waits for the target of a comm it opens, that is closed at once.</summary>
    public void Receive(CommMessage message)
    {
        var data = JsonNode.Parse(message.Data);
        if (message.Kind == CommKind.Say)
            open.GetValueOrDefault(message.Id)?.Receive(data);
        else if (message.Kind == CommKind.Close && open.TryRemove(message.Id, out var closed))
            closed.EndFromPage(data);
        else if (message.Kind == CommKind.Open && targets.TryGetValue(message.Target ?? "", out var opened))
            opened(Add(message.Id, message.Target!), data);
        else if (message.Kind == CommKind.Open)
            Send(CommKind.Close, message.Id, target: null, data: null);
    }

    Comm Add(string id, string target) => open[id] = new Comm(id, target, (comm, kind, data) =>
    {
        if (comm.IsClosed)
            open.TryRemove(comm.Id, out _);
        Send(kind, comm.Id, target: null, data);
    });

    void Send(CommKind kind, string id, string? target, JsonNode? data) => say(new(kind, id, target, data?.ToJsonString() ?? "{}"));
}
