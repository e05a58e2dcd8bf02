using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using CourseCnn.Lab.Crash;

namespace CourseCnn.Lab.Workers;

/// <summary>The process in which cells run: one that takes its process down takes down no more than its own session.</summary>
static class WorkerProgram
{
    /// <summary>Does what the program asks for, until it is gone.</summary>
    /// <param name="requests">The pipe that it comes by.</param>
    /// <param name="events">The pipe that answers go by.</param>
    internal static void Run(string requests, string events)
    {
        using var program = new MessageStream(Pipe(PipeDirection.In, requests), Pipe(PipeDirection.Out, events));
        // Ctrl+C is meant for the program, which has its cell stopped.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var worker = new RequestHandler(program);
        while (program.Receive() is { } message)
            worker.Handle(message);
        // Whatever a cell has left behind, and whatever waits for the end of a process: the program is gone, and this ends with it.
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>The processes that a cell starts get no end of it: they may outlive this one.</summary>
    static AnonymousPipeClientStream Pipe(PipeDirection direction, string handle)
    {
        var pipe = new AnonymousPipeClientStream(direction, handle);
        Native.KeepFromChildren(pipe.SafePipeHandle);
        return pipe;
    }
}
