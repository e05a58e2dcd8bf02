using System.Runtime.InteropServices;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Lab.Jupyter.Install;
using CourseCnn.Lab.Jupyter.Wire;
using CourseCnn.Lab.Workers;
using CourseCnn.Session.Contract;
using NetMQ;

namespace CourseCnn.Lab.Jupyter;

/// <summary>The process that is a kernel, from its start to its end.</summary>
static class KernelProcess
{
    /// <summary>What it means for whoever works in a notebook that a cell has taken its process down.</summary>
    const string Consequence = "All variables are gone with it: run the cells from the top.";

    /// <summary>Serves the clients of a connection file until they ask to end; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(string connectionFile)
    {
        static void Log(string text) => Console.Error.WriteLine($"[CourseCnn] {text}");

        using var mark = KernelCopies.MarkRunning();
        try
        {
            // First of all: it takes the longest.
            using var workers = new WorkerSessions(Consequence);
            workers.Start();
            var connection = ConnectionInfo.Read(connectionFile);
            var session = new RestartingSession(() => workers.Open(Environment.CurrentDirectory));
            // Clients take a moment to say hello: meanwhile the compiler gets going.
            await ServeAsync(connection, session, session.WarmUpAsync(), Log);
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
        catch (IOException problem)
        {
            Log(problem.Message);
        }

        return 1;
    }

    static async Task ServeAsync(ConnectionInfo connection, IInteractiveSession session, Task warmingUp, Action<string> log)
    {
        await using var kernel = new JupyterKernel(connection, session, HistoryLog.OfUser(), log);
        kernel.Rests += new WarmUp(session, warmingUp).Continue;
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
