using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Who the kernel is: <c>kernel_info_request</c>.</summary>
static class KernelInfoMessages
{
    public const string Language = "C#";

    public static void Answer(Request request) => request.ReplyOk(new()
    {
        ["protocol_version"] = WireFormat.ProtocolVersion,
        ["implementation"] = "coursecnn",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = Language,
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["banner"] = $"C# 14 on {RuntimeInformation.FrameworkDescription} (CourseCnn {Version})",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(
            Link("C# language reference", "https://learn.microsoft.com/dotnet/csharp/language-reference/"),
            Link(".NET API browser", "https://learn.microsoft.com/dotnet/api/")),
    });

    static string Version { get; } =
        typeof(KernelInfoMessages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
