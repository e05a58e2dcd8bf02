using System.Diagnostics;

namespace CourseCnn.Lab.Tests.Packages;

/// <summary>
/// A folder with both packages, a home without any package, and the lab installed from there as a tool; made once for all tests that want
/// it.
/// </summary>
public sealed class Feed : IAsyncLifetime
{
    readonly string root = Directory.CreateTempSubdirectory("a feed ").FullName;

    /// <summary>The folder that the packages lie in.</summary>
    public string Folder => Path.Combine(root, "feed");

    /// <summary>The installed tool.</summary>
    public string Tool => Path.Combine(root, "tools", OperatingSystem.IsWindows() ? "coursecnn.exe" : "coursecnn");

    public string Home => Path.Combine(root, "home");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Home);
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory + ".")))!;
        foreach (var project in (string[])["CourseCnn", "CourseCnn.Lab"])
            await SucceedAsync(
                "dotnet", "pack", Path.Combine(Repository.Root, "lib", project), "-c", configuration, "--no-build", "-o", Folder);
        await SucceedAsync(
            "dotnet", "tool", "install", "CourseCnn.Lab", "--tool-path", Path.GetDirectoryName(Tool)!, "--add-source", Folder);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a program that must succeed; what it wrote.</summary>
    public async Task<string> SucceedAsync(string program, params string[] arguments)
    {
        var start = Start(program, arguments);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>How to start a program in the home.</summary>
    public ProcessStartInfo Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(root, "packages");
        start.Environment["DOTNET_CLI_HOME"] = start.Environment["HOME"] = Home;
        start.Environment["XDG_DATA_HOME"] = Path.Combine(Home, "data");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("MSBuildSDKsPath"); // Set by `dotnet test`, for itself.
        return start;
    }
}
