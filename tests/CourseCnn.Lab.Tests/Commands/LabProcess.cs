using System.Diagnostics;
using System.Globalization;

namespace CourseCnn.Lab.Tests.Commands;

/// <summary>The program as a user starts it: a process of its own, its output redirected.</summary>
sealed class LabProcess : IDisposable
{
    readonly Process process;
    readonly Task<string> output;
    readonly Task<string> error;

    LabProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    internal static LabProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CourseCnn.Lab.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" },
        };
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
        return new CommandLine(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
