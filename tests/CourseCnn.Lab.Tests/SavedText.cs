using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Tests;

/// <summary>What a reader sees below a cell of a saved notebook.</summary>
static class SavedText
{
    /// <summary>The plain text of each output of one cell.</summary>
    internal static IEnumerable<string?> Of(string path, int cell)
    {
        var outputs = JsonNode.Parse(File.ReadAllText(path))!["cells"]![cell]!["outputs"]!.AsArray();
        return outputs.Select(output => JupyterLines.Join(output!["text"] ?? output["data"]?["text/plain"] ?? output["traceback"]![0]));
    }
}
