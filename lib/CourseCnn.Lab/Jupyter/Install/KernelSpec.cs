using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Messages;

namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>The folder by which clients know a kernel: how to start it, what it is called, its logos.</summary>
static class KernelSpec
{
    public const string Name = "coursecnn";
    public const string DisplayName = "C# (CourseCnn)";

    const string File = "kernel.json";
    static readonly string[] logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];
    static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder. Clients that look meanwhile see the old kernel or the new one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="program">The kernel's assembly.</param>
    public static void Write(string folder, string program)
    {
        Directory.CreateDirectory(folder);
        foreach (var logo in logos)
        {
            using var resource = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var content = new MemoryStream();
            resource.CopyTo(content);
            AtomicFile.Write(Path.Combine(folder, logo), content.ToArray());
        }

        var spec = new JsonObject
        {
            ["argv"] = new JsonArray(DotNet(), program, "kernel", "--connection-file", "{connection_file}"),
            ["display_name"] = DisplayName,
            ["language"] = KernelInfoMessages.Language,
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        AtomicFile.Write(Path.Combine(folder, File), System.Text.Encoding.UTF8.GetBytes(spec.ToJsonString(readable) + "\n"));
    }

    /// <summary>The assembly that a kernelspec starts, or null where it is none of ours.</summary>
    public static string? Program(string folder)
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, File)))?["argv"]?.AsArray() is { Count: > 1 } argv
                && argv[1]!.GetValue<string>() is var program
                && Path.GetFileName(program) == Path.GetFileName(typeof(KernelSpec).Assembly.Location)
                ? program
                : null;
        }
        catch (Exception error) when (error is IOException or JsonException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a kernelspec that is none of ours.</summary>
    public static bool IsOthers(string folder) => System.IO.File.Exists(Path.Combine(folder, File)) && Program(folder) is null;

    /// <summary>Takes away what <see cref="Write"/> made, and nothing else.</summary>
    public static void Delete(string folder)
    {
        foreach (var file in logos.Append(File))
            System.IO.File.Delete(Path.Combine(folder, file));
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    /// <summary>The program that runs this one: clients started from a desktop often have no PATH to find it by.</summary>
    static string DotNet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var path = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return System.IO.File.Exists(path) ? path : "dotnet";
    }
}
