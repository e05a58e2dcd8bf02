using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;

namespace CourseCnn.Lab.Crash;

/// <summary>
/// A second process that can still speak when a cell has taken this one down: a stack overflow or FailFast leaves a process no time for a
/// last word. It knows what runs, by its standard input, and what the dying runtime writes, because this process's standard error goes
/// through it. It costs nothing but the launch of a process.
/// </summary>
sealed class Companion : IDisposable
{
    readonly Lock gate = new();
    readonly Process process;
    readonly AnonymousPipeServerStream errors;

    Companion(Process process, AnonymousPipeServerStream errors) => (this.process, this.errors) = (process, errors);

    /// <summary>Starts this program once more, with these arguments and the pipe's handle behind them.</summary>
    /// <exception cref="Exception">It cannot be started: a <see cref="Win32Exception"/> or an <see cref="IOException"/>.</exception>
    public static Companion Start(params string[] arguments)
    {
        var errors = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
            if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
                start.ArgumentList.Add(typeof(Companion).Assembly.Location);
            foreach (var argument in arguments.Append(errors.GetClientHandleAsString()))
                start.ArgumentList.Add(argument);

            var companion = new Companion(Process.Start(start)!, errors);
            errors.DisposeLocalCopyOfClientHandle();
            Native.RedirectStandardError(errors.SafePipeHandle);
            return companion;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            errors.Dispose();
            throw;
        }
    }

    /// <summary>Says in a line what runs from now on.</summary>
    public void Note(string line)
    {
        lock (gate)
        {
            try
            {
                process.StandardInput.WriteLine(line);
                process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The other process is gone: nothing depends on it.
            }
        }
    }

    public void Dispose()
    {
        process.Dispose();
        errors.Dispose();
    }
}
