using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;
using CourseCnn.Lab.Notebooks.Outputs;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>
/// Outputs with the text of a stream in one piece, as a terminal would end up showing it: clients save it in as many as it came in, and
/// some keep the steps of a progress line.
/// </summary>
static class JoinedStreams
{
    internal static IReadOnlyList<JsonObject> Of(IEnumerable<JsonObject> outputs)
    {
        var joined = new List<JsonObject>();
        var (name, text) = ((string?)null, new TerminalText());
        foreach (var output in outputs)
        {
            var isStream = JsonText.At(output, "output_type") == "stream";
            if (name is not null && !(isStream && JsonText.At(output, "name") == name))
                Close();
            if (isStream)
            {
                name = JsonText.At(output, "name") ?? "stdout";
                text.Append(JupyterLines.Join(output["text"]) ?? "");
            }
            else
            {
                joined.Add(output);
            }
        }
        Close();
        return joined;

        void Close()
        {
            if (name is not null)
                joined.Add(new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text.ToString() });
            (name, text) = (null, new TerminalText());
        }
    }
}
