using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>Why the cell failed.</summary>
sealed class ErrorOutput(CellError error) : Output
{
    internal override JsonObject ToJson(bool keepHtml) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };
}
