using System.ComponentModel;
using CourseCnn.Lab.Crash;
using CourseCnn.Lab.Jupyter.Messages;

namespace CourseCnn.Lab.Jupyter.Crash;

/// <summary>The kernel's side of a second process that tells the client what happened when a cell takes the first one down.</summary>
sealed class CrashWatch : IDisposable
{
    readonly Companion companion;

    CrashWatch(Companion companion) => this.companion = companion;

    /// <summary>Starts the watching process; null if that fails: the kernel does without.</summary>
    public static CrashWatch? Start(string connectionFile, Action<string> log)
    {
        try
        {
            return new CrashWatch(Companion.Start("watch", connectionFile));
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            log($"A crash of a cell will go without a last message: {error.Message}");
            return null;
        }
    }

    /// <summary>A cell begins, or with null ends.</summary>
    public void Note(Request? running) => companion.Note(running is null ? WatchedCell.None : WatchedCell.Line(running.Message));

    /// <summary>Says goodbye: the kernel ends as it should.</summary>
    public void Dispose()
    {
        Note(null);
        companion.Dispose();
    }
}
