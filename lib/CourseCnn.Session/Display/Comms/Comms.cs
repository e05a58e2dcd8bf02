using System.Text.Json.Nodes;

namespace CourseCnn.Session.Display.Comms;

/// <summary>Where cells open comms, or wait for a page to open one.</summary>
public static class Comms
{
    /// <summary>
    /// Says what is to happen when a page opens a comm for <paramref name="target"/>: it is called with the comm and what came with it.
    /// </summary>
    public static void Register(string target, Action<Comm, JsonNode?> opened) => Registry.Register(target, opened);

    /// <summary>Opens a comm to whatever in the page waits for <paramref name="target"/>.</summary>
    public static Comm Open(string target, object? data = null) => Registry.Open(target, Comm.Json(data));

    static CommRegistry Registry => CommRegistry.Current
        ?? throw new InvalidOperationException("There is no page to talk to: comms need a notebook that is open in Jupyter or VS Code.");
}
