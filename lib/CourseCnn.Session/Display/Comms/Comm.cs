using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Display.Comms;

/// <summary>A line between a cell and the page that shows it, by which both can speak at any time, as widgets do.</summary>
public sealed class Comm
{
    readonly Action<Comm, CommKind, JsonNode?> send;

    internal Comm(string id, string target, Action<Comm, CommKind, JsonNode?> send) => (Id, Target, this.send) = (id, target, send);

    /// <summary>The line's name, the same on both ends.</summary>
    public string Id { get; }

    /// <summary>What it is for, as agreed by both ends.</summary>
    public string Target { get; }

    /// <summary>Whether either end has closed it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Called with what the page says.</summary>
    public event Action<JsonNode?>? Received;

    /// <summary>Called when the page closes the line.</summary>
    public event Action<JsonNode?>? Closed;

    /// <summary>Says something to the page: whatever can be written as JSON.</summary>
    /// <exception cref="InvalidOperationException">The line is closed.</exception>
    public void Send(object? data)
    {
        if (IsClosed)
            throw new InvalidOperationException($"The comm {Target} is closed: open a new one with Comms.Open(\"{Target}\").");
        send(this, CommKind.Say, Json(data));
    }

    /// <summary>Closes the line; the page is told.</summary>
    public void Close(object? data = null)
    {
        if (IsClosed)
            return;
        IsClosed = true;
        send(this, CommKind.Close, Json(data));
    }

    internal static JsonNode? Json(object? data) => data as JsonNode ?? JsonSerializer.SerializeToNode(data);

    internal void Receive(JsonNode? data) => Received?.Invoke(data);

    internal void EndFromPage(JsonNode? data)
    {
        IsClosed = true;
        Closed?.Invoke(data);
    }
}
