using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>
/// The kernel as <c>install --prefix</c> installs it; done once for all tests that want it. On Windows and macOS no variable leads
/// an installation for the user to other folders than theirs, which are no place for tests.
/// </summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    public const string Collection = "an installed kernel";

    /// <summary>All that lies in the user's folders.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("a home ").FullName;

    public string JupyterFolder => Path.Combine(Home, "share", "jupyter");

    public string SpecFolder => Path.Combine(JupyterFolder, "kernels", "coursecnn");

    public string CopiesFolder => Path.Combine(Home, "share", "coursecnn", "kernels");

    /// <summary>What <c>install</c> said.</summary>
    public string Said { get; private set; } = "";

    public async ValueTask InitializeAsync() => Said = await RunLabAsync("install", "--prefix", Home);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Home, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the lab's program, which must succeed; what it says.</summary>
    public async Task<string> RunLabAsync(params string[] arguments)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory + ".")))!;
        var lab = Path.Combine(Repository.Root, "lib", "CourseCnn.Lab", "bin", configuration, "net10.0", "CourseCnn.Lab.dll");
        var (exitCode, output) = await RunAsync("dotnet", [lab, .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Runs a program that finds the kernel; its exit code and what it wrote.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = Start(program, arguments, folder ?? Home);
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>How to start a program that finds the kernel.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        start.Environment["JUPYTER_DATA_DIR"] = JupyterFolder;
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(Home, "config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Home, "runtime");
        start.Environment["IPYTHONDIR"] = Path.Combine(Home, "ipython");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(Home, "data");
        start.Environment.Remove("JUPYTER_PATH");
        return start;
    }

    /// <summary>How the kernelspec says to start the kernel.</summary>
    public IReadOnlyList<string> Command(string connectionFile)
    {
        var spec = JsonNode.Parse(File.ReadAllBytes(Path.Combine(SpecFolder, "kernel.json")))!;
        return [.. spec["argv"]!.AsArray()
            .Select(argument => ((string)argument!).Replace("{connection_file}", connectionFile, StringComparison.Ordinal))];
    }
}
