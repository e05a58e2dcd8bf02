namespace CourseCnn.Lab.Jupyter.Crash;

/// <summary>The cell that runs, as one line between the kernel and the process that watches it.</summary>
/// <param name="Header">The header of the message that asked for it.</param>
/// <param name="Identities">Who sent that.</param>
sealed record WatchedCell(byte[] Header, IReadOnlyList<byte[]> Identities)
{
    /// <summary>The line that says that no cell runs.</summary>
    public const string None = "";

    public static string Line(Wire.Message request) =>
        string.Join(' ', request.Identities.Prepend(request.Header).Select(Convert.ToBase64String));

    public static WatchedCell? Parse(string line)
    {
        if (line == None)
            return null;
        var parts = line.Split(' ').Select(Convert.FromBase64String).ToList();
        return new(parts[0], parts[1..]);
    }
}
