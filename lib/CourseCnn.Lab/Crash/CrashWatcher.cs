namespace CourseCnn.Lab.Crash;

/// <summary>The watching side: the process that <see cref="CrashWatch"/> starts.</summary>
static class CrashWatcher
{
    /// <summary>The line that says that no cell runs.</summary>
    public const string Nothing = "";

    /// <summary>Waits until the watched process is gone.</summary>
    /// <param name="errorsHandle">The end of the pipe with what it writes to standard error.</param>
    /// <param name="elsewhere">Where to pass that on to, or null for nowhere.</param>
    /// <returns>The line it noted last, and the end of what it wrote.</returns>
    public static (string Line, string Errors) Wait(string errorsHandle, Stream? elsewhere)
    {
        var tail = new ErrorTail(errorsHandle, elsewhere);
        var last = Nothing;
        while (Console.In.ReadLine() is { } line)
            last = line;

        // Whoever ends a process on purpose ends its process group; who is still here now is to stay.
        Native.LeaveProcessGroup();
        return (last, tail.Take());
    }
}
