using System.Diagnostics;
using System.IO.Pipes;
using CourseCnn.Lab.Jupyter.Messages;

namespace CourseCnn.Lab.Jupyter.Crash;

/// <summary>
/// The kernel's side of a second process that tells the client what happened when a cell takes the first one down: a stack overflow or
/// FailFast leaves a process no time for a last word. It knows which cell runs, by its standard input, and what the dying runtime
/// writes, because the kernel's standard error goes through it. It costs the kernel's start nothing but the launch of a process.
/// </summary>
sealed class CrashWatch : IDisposable
{
    readonly Lock gate = new();
    readonly Process process;
    readonly AnonymousPipeServerStream errors;

    CrashWatch(Process process, AnonymousPipeServerStream errors) => (this.process, this.errors) = (process, errors);

    /// <summary>Starts the watching process; null if that fails: the kernel does without.</summary>
    public static CrashWatch? Start(string connectionFile, Action<string> log)
    {
        var errors = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
            if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
                start.ArgumentList.Add(typeof(CrashWatch).Assembly.Location);
            foreach (var argument in new[] { "watch", connectionFile, errors.GetClientHandleAsString() })
                start.ArgumentList.Add(argument);

            var watch = new CrashWatch(Process.Start(start)!, errors);
            errors.DisposeLocalCopyOfClientHandle();
            Native.RedirectStandardError(errors.SafePipeHandle);
            return watch;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            errors.Dispose();
            log($"A crash of a cell will go without a last message: {error.Message}");
            return null;
        }
    }

    /// <summary>A cell begins, or with null ends.</summary>
    public void Note(Request? running)
    {
        lock (gate)
        {
            try
            {
                process.StandardInput.WriteLine(running is null ? WatchedCell.None : WatchedCell.Line(running.Message));
                process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The other process is gone: nothing depends on it.
            }
        }
    }

    /// <summary>Says goodbye: the kernel ends as it should.</summary>
    public void Dispose()
    {
        Note(null);
        process.Dispose();
        errors.Dispose();
    }
}
