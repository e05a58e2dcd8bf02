using CourseCnn.Lab.Crash;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>The cell that runs, as one line between the kernel and the process that watches it.</summary>
/// <param name="Header">The header of the message that asked for it.</param>
/// <param name="Identities">Who sent that.</param>
sealed record WatchedCell(byte[] Header, IReadOnlyList<byte[]> Identities)
{
    /// <param name="running">The request whose cell runs, or null where none does.</param>
    public static string Line(Request? running) => running is null ? CrashWatcher.Nothing : Line(running.Message);

    static string Line(Wire.Message request) =>
        string.Join(' ', request.Identities.Prepend(request.Header).Select(Convert.ToBase64String));

    public static WatchedCell? Parse(string line)
    {
        if (line == CrashWatcher.Nothing)
            return null;
        var parts = line.Split(' ').Select(Convert.FromBase64String).ToList();
        return new(parts[0], parts[1..]);
    }
}
