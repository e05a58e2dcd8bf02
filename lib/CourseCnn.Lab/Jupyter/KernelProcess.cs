using System.Runtime.InteropServices;
using CourseCnn.Lab.Crash;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Lab.Jupyter.Install;
using CourseCnn.Lab.Jupyter.Messages;
using CourseCnn.Lab.Jupyter.Wire;
using CourseCnn.Session;
using NetMQ;

namespace CourseCnn.Lab.Jupyter;

/// <summary>The process that is a kernel, from its start to its end.</summary>
static class KernelProcess
{
    /// <summary>Cells may block threads of the pool; the kernel's own work must still find some.</summary>
    const int ThreadsAtHand = 32;

    /// <summary>Serves the clients of a connection file until they ask to end; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(string connectionFile)
    {
        var error = Console.Error; // Before the session takes it for the cells.
        void Log(string text) => error.WriteLine($"[CourseCnn] {text}");

        using var mark = KernelCopies.MarkRunning();
        try
        {
            var connection = ConnectionInfo.Read(connectionFile);
            ThreadPool.SetMinThreads(ThreadsAtHand, ThreadsAtHand);
            // Clients take a moment to say hello: meanwhile the compiler gets going.
            var session = new CSharpSession(Environment.CurrentDirectory);
            var warmingUp = session.WarmUpAsync();
            var watch = Task.Run(() => CrashWatch.TryStart(Log, "watch", connectionFile));
            await ServeAsync(connection, session, warmingUp, watch, Log);
            return 0;
        }
        catch (ConnectionFileException problem)
        {
            Log(problem.Message);
        }
        catch (NetMQException problem)
        {
            Log($"The kernel cannot be reached at the addresses of {connectionFile}: {problem.Message}");
        }

        return 1;
    }

    static async Task ServeAsync(
        ConnectionInfo connection, CSharpSession session, Task warmingUp, Task<CrashWatch?> watch, Action<string> log)
    {
        await using var kernel = new JupyterKernel(connection, session, HistoryLog.OfUser(), log);
        kernel.Running += request => watch.Result?.Note(WatchedCell.Line(request));
        kernel.Rests += new WarmUp(session, warmingUp).Continue;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            kernel.EndWithProcess();
            watch.Result?.Dispose();
        };
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        using var orphaned = ParentWatch.Start(() => Environment.Exit(1));
        kernel.Start();
        await kernel.Ended;
    }
}
