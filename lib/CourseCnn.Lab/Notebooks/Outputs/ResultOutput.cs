using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>The value of a cell's last expression.</summary>
sealed class ResultOutput(MimeBundle data, int executionCount) : Output
{
    internal override JsonObject ToJson(bool keepHtml) => new()
    {
        ["data"] = SavedForms.Of(data, keepHtml),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    };
}
