using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>
/// Makes the kernel's program: from this repository, compiled ahead of time for this machine where that is possible; or, where this program
/// was installed as a tool, a copy of it.
/// </summary>
static class KernelPublisher
{
    const string Project = "CourseCnn.Lab.csproj";

    /// <summary>Publishes into a folder. False where only the slower kind could be had, which is compiled as it runs.</summary>
    public static bool Publish(string folder)
    {
        if (FindProject() is not { } project)
        {
            Copy(new DirectoryInfo(AppContext.BaseDirectory), folder);
            return true;
        }
        if (Run(project, folder, readyToRun: true) is null)
            return true;
        // Without a network the compiler for that may be missing.
        if (Run(project, folder, readyToRun: false) is { } output)
            throw new InstallException($"The kernel could not be built:\n{output}");
        return false;
    }

    /// <summary>The project lies above the folder that it is built into; an installed tool has none.</summary>
    static string? FindProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Project)))
                return Path.Combine(folder.FullName, Project);
        }

        return null;
    }

    static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, Path.Combine(to, folder.Name));
    }

    /// <summary>Null on success, else what the command printed.</summary>
    static string? Run(string project, string folder, bool readyToRun)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(project),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] arguments =
        [
            "publish", project, "--nologo", "-c", "Release", "-o", folder,
            "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            $"-p:PublishReadyToRun={(readyToRun ? "true" : "false")}", "-p:PublishesKernel=true", "-p:NuGetAudit=false",
            "-nodeReuse:false", "-tl:off",
            // Apart from the build that is running just now.
            "-p:BaseIntermediateOutputPath=obj/kernel/", "-p:BaseOutputPath=obj/kernel/bin/",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("MSBuildSDKsPath"); // Set by `dotnet run`, for itself.

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + error.Result;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : output.Trim();
        }
        catch (Win32Exception)
        {
            throw new InstallException(
                "The kernel is built with the .NET SDK, but the command `dotnet` was not found: install the SDK, or put it on the PATH.");
        }
    }
}
