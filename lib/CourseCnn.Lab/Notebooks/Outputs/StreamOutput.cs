using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>Text that came on one stream with nothing else in between.</summary>
sealed class StreamOutput(OutputStream stream) : Output
{
    readonly TerminalText text = new();

    internal OutputStream Stream => stream;

    internal void Append(string more) => text.Append(more);

    internal override JsonObject ToJson(bool keepHtml) => new()
    {
        ["name"] = stream == OutputStream.Out ? "stdout" : "stderr",
        ["output_type"] = "stream",
        ["text"] = JupyterLines.Split(text.ToString()),
    };
}
