using System.Diagnostics;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>An installed kernel's process and a client of it.</summary>
sealed class RunningKernel : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    readonly string connectionFile;

    public RunningKernel(InstalledKernel installed)
    {
        Connection = TestConnection.New();
        connectionFile = TestConnection.Write(Connection, installed.Home);
        var command = installed.Command(connectionFile);
        var start = installed.Start(command[0], command.Skip(1), installed.Home);
        start.RedirectStandardError = true;
        Process = Process.Start(start)!;
        Errors = Process.StandardError.ReadToEndAsync();
        try
        {
            Client = new TestClient(Connection);
        }
        catch (Exception error)
        {
            var state = Process.HasExited ? $"It has ended: {Process.ExitCode}, {Errors.Result}" : "It runs.";
            Process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{error.Message} {state}");
        }
    }

    public ConnectionInfo Connection { get; }

    public Process Process { get; }

    public TestClient Client { get; }

    /// <summary>All that the process writes to standard error, when it and the process that watches it have ended.</summary>
    public Task<string> Errors { get; }

    /// <summary>Asks the kernel to end, and waits for it; its exit code.</summary>
    public async Task<int> ShutDownAsync()
    {
        Assert.Equal("shutdown_reply", Client.AskControl("shutdown_request").Reply.Type);
        return await EndAsync();
    }

    /// <summary>Waits for the process to end, and the one that watches it; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await Process.WaitForExitAsync().WaitAsync(patience);
        await Errors.WaitAsync(patience);
        return Process.ExitCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
        File.Delete(connectionFile);
    }
}
