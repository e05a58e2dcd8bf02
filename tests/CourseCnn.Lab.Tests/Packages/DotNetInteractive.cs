using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Packages;

/// <summary>The last .NET Interactive there is, spoken to by its standard input: a JSON command a line, and so are the events.</summary>
sealed class DotNetInteractive(Process process) : IDisposable
{
    const string Version = "1.0.712001";

    int commands;

    /// <summary>Starts it. It is kept beside the tests, so that testing again is quick.</summary>
    internal static async Task<DotNetInteractive> StartAsync(Feed feed)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, $"dotnet-interactive-{Version}");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive");
        if (!File.Exists(program))
            await feed.SucceedAsync(
                "dotnet", "tool", "install", "Microsoft.dotnet-interactive", "--version", Version, "--tool-path", folder);
        var process = Process.Start(feed.Start(program, "stdio", "--default-kernel", "csharp"))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new DotNetInteractive(process);
    }

    /// <summary>Runs a cell; the media types of what it showed, its text as plain text. A cell that fails fails the test.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> RunAsync(string code)
    {
        var token = FormattableString.Invariant($"cell-{++commands}");
        var command = new JsonObject
        {
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
            ["token"] = token,
        };
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync();

        var forms = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('{'))
                continue; // Its greeting.
            var told = JsonNode.Parse(line)!;
            var type = (string?)told["eventType"];
            if (type is "ReturnValueProduced" or "DisplayedValueProduced")
            {
                foreach (var form in told["event"]!["formattedValues"]!.AsArray())
                    forms[(string)form!["mimeType"]!] = (string)form["value"]!;
            }

            Assert.False(type == "CommandFailed", $"{code}\n{told["event"]?["message"]}");
            if (type == "CommandSucceeded" && ((string?)told["command"]?["token"])?.StartsWith(token, StringComparison.Ordinal) == true)
                return forms;
        }

        throw new InvalidOperationException("The program has ended.");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
