using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using CourseCnn.Lab.Crash;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>The program's side of a process in which cells run, one session after the other; see <see cref="WorkerProgram"/>.</summary>
sealed class Worker : IDisposable
{
    /// <summary>In percent.</summary>
    const int MostMemory = 75;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    readonly Process process;
    readonly MessageStream messages;
    readonly ErrorTail errors;
    readonly TaskCompletionSource<CellError> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    readonly string consequence;
    int number;

    Worker(Process process, MessageStream messages, string consequence)
    {
        (this.process, this.messages, this.consequence) = (process, messages, consequence);
        errors = new ErrorTail(process.StandardError.BaseStream, elsewhere: null);
        // What native code prints past the session comes out where the program's own output does.
        new Thread(() => PassOn(process.StandardOutput.BaseStream)) { IsBackground = true, Name = "worker's output" }.Start();
        var receiving = new Thread(Receive) { IsBackground = true, Name = "worker's messages" };
        receiving.Start();
        new Thread(() => WaitForEnd(receiving)) { IsBackground = true, Name = "worker's end" }.Start();
    }

    /// <summary>Told of each message that comes, on a thread of its own.</summary>
    internal Action<Message> Received { get; set; } = _ => { };

    /// <summary>Ends with the process, and tells why that ended.</summary>
    internal Task<CellError> Ended => ended.Task;

    /// <param name="consequence">See <see cref="WorkerSessions"/>.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    internal static Worker Start(string consequence)
    {
        var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var events = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = OwnProgram.With("worker", requests.GetClientHandleAsString(), events.GetClientHandleAsString());
        // No stream of the program's own: a process that a cell starts, and that outlives it, would hold it open.
        LimitMemory(start);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new Worker(process, new MessageStream(events, requests), consequence);
        }
        catch (Win32Exception error)
        {
            throw new IOException($"The process that runs the cells cannot be started: {error.Message}", error);
        }
        finally
        {
            requests.DisposeLocalCopyOfClientHandle();
            events.DisposeLocalCopyOfClientHandle();
        }
    }

    /// <summary>The next request's number: also a later session's differ from those before.</summary>
    internal int NextNumber() => Interlocked.Increment(ref number);

    internal void Send(Message message) => messages.Send(message);

    /// <summary>Ends the process, and what its cells have started.</summary>
    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    void Receive()
    {
        while (messages.Receive() is { } message)
            Received(message);
    }

    /// <summary>What the process had to say before its end is heard first, if no child of it holds the pipe open.</summary>
    void WaitForEnd(Thread receiving)
    {
        process.WaitForExit();
        receiving.Join(patience);
        var report = CrashReport.Of(errors.Take(), process.ExitCode, consequence);
        ended.TrySetResult(
            new(report.Name, report.Message, Line: null, SourceLine: null, [.. $"{report.Name}: {report.Message}".Split('\n')]));
        messages.Dispose();
    }

    /// <summary>
    /// A cell that collects without end is to get an exception, before the system ends the process without a word. The limit is a share of
    /// what the machine, or its container, has; whoever sets the runtime's own variables decides themselves.
    /// </summary>
    static void LimitMemory(ProcessStartInfo start)
    {
        if (!start.Environment.Keys.Any(name => name.StartsWith("DOTNET_GCHeapHardLimit", StringComparison.OrdinalIgnoreCase)))
            start.Environment["DOTNET_GCHeapHardLimitPercent"] = MostMemory.ToString("X", CultureInfo.InvariantCulture);
    }

    static void PassOn(Stream output)
    {
        try
        {
            using var console = Console.OpenStandardOutput();
            output.CopyTo(console);
        }
        catch (IOException)
        {
            // Nobody reads the program's output any more.
        }
    }
}
