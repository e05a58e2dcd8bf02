using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>A value shown with <c>display</c>. It may change later; the id by which it does is not saved.</summary>
sealed class DisplayOutput(MimeBundle data) : Output
{
    internal MimeBundle Data { get; set; } = data;

    internal override JsonObject ToJson(bool keepHtml) => new()
    {
        ["data"] = SavedForms.Of(Data, keepHtml),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };
}
