using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Jupyter.Comms;

/// <summary>The comms that are open, and what is waiting for more.</summary>
/// <param name="publish">Tells the page: a message's type and its content.</param>
sealed class CommRegistry(Action<string, JsonObject> publish)
{
    readonly ConcurrentDictionary<string, Action<Comm, JsonNode?>> targets = new();
    readonly ConcurrentDictionary<string, Comm> open = new();

    /// <summary>Those of one target, or all.</summary>
    public IEnumerable<Comm> Opened(string? target) => open.Values.Where(comm => target is null || comm.Target == target);

    public void Register(string target, Action<Comm, JsonNode?> opened) => targets[target] = opened;

    /// <summary>A cell opens a comm.</summary>
    public Comm Open(string target, JsonNode? data)
    {
        var comm = Add(Guid.NewGuid().ToString("N"), target);
        publish("comm_open", new() { ["comm_id"] = comm.Id, ["target_name"] = target, ["data"] = data ?? new JsonObject() });
        return comm;
    }

    /// <summary>A page opens a comm. Where nothing waits for its target, it is closed at once, as the protocol has it.</summary>
    public void OpenFromPage(string id, string target, JsonNode? data)
    {
        if (!targets.TryGetValue(target, out var opened))
        {
            Send(id, "comm_close", null);
            return;
        }

        opened(Add(id, target), data);
    }

    /// <summary>The open comm of that id, or null.</summary>
    public Comm? Find(string id) => open.GetValueOrDefault(id);

    /// <summary>The page has closed a comm.</summary>
    public void CloseFromPage(string id, JsonNode? data)
    {
        if (open.TryRemove(id, out var comm))
            comm.EndFromPage(data);
    }

    Comm Add(string id, string target) => open[id] = new Comm(id, target, (comm, type, data) =>
    {
        if (comm.IsClosed)
            open.TryRemove(comm.Id, out _);
        Send(comm.Id, type, data);
    });

    void Send(string id, string type, JsonNode? data) =>
        publish(type, new() { ["comm_id"] = id, ["data"] = data?.DeepClone() ?? new JsonObject() });
}
