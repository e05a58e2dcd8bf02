using System.Diagnostics;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Crash;
using CourseCnn.Lab.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// What a kernel's clients are told when a cell has taken the kernel down. The process that watches it takes its place at the clients'
/// addresses for a moment, long enough to say what happened: their sockets come back by themselves.
/// </summary>
static class CrashMessages
{
    /// <summary>A client comes back within a tenth of a second; Jupyter starts a new kernel within three.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1.5);

    /// <summary>What a crash means for whoever works in the notebook.</summary>
    public const string Consequence = "The kernel has ended, and all variables with it: restart it and run the cells from the top.";

    /// <summary>The process that watches a kernel, see <see cref="CrashWatcher"/>.</summary>
    public static int Watch(string connectionFile, string errorsHandle)
    {
        ConnectionInfo connection;
        try
        {
            connection = ConnectionInfo.Read(connectionFile);
        }
        catch (ConnectionFileException)
        {
            return 1; // The kernel itself says what is wrong with it.
        }

        using var elsewhere = Console.OpenStandardError();
        var (line, errors) = CrashWatcher.Wait(errorsHandle, elsewhere);
        try
        {
            if (WatchedCell.Parse(line) is { } running)
                Tell(connection, running, CrashReport.Of(errors, Consequence));
            return 0;
        }
        catch (NetMQException)
        {
            return 1; // Somebody else has the addresses by now, a new kernel for example.
        }
    }

    static void Tell(ConnectionInfo connection, WatchedCell cell, CrashReport report)
    {
        var format = new WireFormat(connection.Key);
        var watch = Stopwatch.StartNew();
        using (var iopub = new XPublisherSocket())
        using (var shell = new RouterSocket())
        {
            shell.Options.RouterMandatory = true;
            iopub.Options.Linger = shell.Options.Linger = TimeSpan.FromSeconds(0.5);
            iopub.BindPatiently(connection.Address(connection.IopubPort), patience);
            shell.BindPatiently(connection.Address(connection.ShellPort), patience);
            if (iopub.TryReceiveFrameBytes(patience, out _))
            {
                iopub.SendMultipartBytes(format.Write(["error"u8.ToArray()], new("error", Content(report), cell.Header)));
                iopub.SendMultipartBytes(
                    format.Write(["status"u8.ToArray()], new("status", new() { ["execution_state"] = "idle" }, cell.Header)));
            }

            var reply = Content(report);
            reply["status"] = "error";
            reply["execution_count"] = 0;
            Answer(shell, format.Write(cell.Identities, new("execute_reply", reply, cell.Header)), watch);
        }

        NetMQConfig.Cleanup();
    }

    static JsonObject Content(CrashReport report)
    {
        var text = $"{TerminalEscapes.BoldRed}{report.Name}{TerminalEscapes.Plain}: {report.Message}";
        return new()
        {
            ["ename"] = report.Name,
            ["evalue"] = report.Message,
            ["traceback"] = new JsonArray([.. text.Split('\n').Select(line => (JsonNode)line)]),
        };
    }

    static void Answer(RouterSocket shell, byte[][] frames, Stopwatch watch)
    {
        while (watch.Elapsed < patience)
        {
            try
            {
                shell.SendMultipartBytes(frames);
                return;
            }
            catch (HostUnreachableException)
            {
                Thread.Sleep(20); // The client is not back yet.
            }
        }
    }
}
