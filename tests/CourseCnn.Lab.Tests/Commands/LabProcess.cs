using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CourseCnn.Lab.Tests.Commands;

/// <summary>The program as a user starts it: a process of its own, its output redirected.</summary>
sealed class LabProcess : IDisposable
{
    readonly Process process;
    readonly StringBuilder shown = new();
    readonly Task output;
    readonly Task<string> error;

    LabProcess(Process process)
    {
        this.process = process;
        output = ReadAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    internal static LabProcess Start(string folder, params string[] arguments) => StartWith([], folder, arguments);

    internal static LabProcess StartWith(Dictionary<string, string> variables, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CourseCnn.Lab.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" },
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new LabProcess(Process.Start(start)!);
    }

    internal static async Task<CommandLine> RunAsync(string folder, params string[] arguments)
    {
        using var lab = Start(folder, arguments);
        return await lab.EndAsync();
    }

    /// <summary>What Ctrl+C does.</summary>
    internal async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    internal async Task<CommandLine> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await EndAsync(process.ExitCode);
    }

    /// <summary>Waits until a line of output has come that starts so.</summary>
    internal async Task<string> LineAsync(string start)
    {
        while (true)
        {
            var ended = output.IsCompleted;
            if (Shown.Split('\n')[..^1].FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line)
                return line;
            Assert.False(ended, $"The program ended without a line that starts with \"{start}\": {Shown}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    string Shown
    {
        get
        {
            lock (shown)
                return shown.ToString();
        }
    }

    async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (shown)
                shown.Append(line).Append('\n');
        }
    }

    async Task<CommandLine> EndAsync(int exitCode)
    {
        await output;
        return new CommandLine(exitCode, Shown, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
