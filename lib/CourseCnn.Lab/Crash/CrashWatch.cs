using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;

namespace CourseCnn.Lab.Crash;

/// <summary>
/// The watched side of a second process that can still speak when a cell has taken this one down: a stack overflow in native code or
/// FailFast leaves a process no time to explain itself. The second one knows what runs, by its standard input, and what the dying runtime
/// writes, because this process's standard error goes through it; see <see cref="CrashWatcher"/>. It costs nothing but the launch of a
/// process.
/// </summary>
sealed class CrashWatch : IDisposable
{
    readonly Lock gate = new();
    readonly Process process;
    readonly AnonymousPipeServerStream errors;

    CrashWatch(Process process, AnonymousPipeServerStream errors) => (this.process, this.errors) = (process, errors);

    /// <summary>
    /// Starts this program once more, with these arguments and the pipe's handle behind them. Null if that fails: then one does without.
    /// </summary>
    /// <param name="complain">Told why it failed.</param>
    /// <param name="arguments">What makes the program the watching side.</param>
    public static CrashWatch? TryStart(Action<string> complain, params string[] arguments)
    {
        // What the program itself says goes on to where it went so far: it is opened before the pipe takes its place.
        _ = Console.Error;
        AnonymousPipeServerStream? errors = null;
        try
        {
            errors = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
            if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
                start.ArgumentList.Add(typeof(CrashWatch).Assembly.Location);
            foreach (var argument in arguments.Append(errors.GetClientHandleAsString()))
                start.ArgumentList.Add(argument);

            var watch = new CrashWatch(Process.Start(start)!, errors);
            errors.DisposeLocalCopyOfClientHandle();
            Native.RedirectStandardError(errors.SafePipeHandle);
            return watch;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            errors?.Dispose();
            complain($"A crash of a cell will go without an explanation: {error.Message}");
            return null;
        }
    }

    /// <summary>Says in a line what runs from now on; <see cref="CrashWatcher.Nothing"/> where nothing does.</summary>
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

    /// <summary>The process ends as it should.</summary>
    public void Dispose()
    {
        Note(CrashWatcher.Nothing);
        process.Dispose();
        errors.Dispose();
    }
}
