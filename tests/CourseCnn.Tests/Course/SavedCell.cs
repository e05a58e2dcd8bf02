using System.Text.Json.Nodes;

namespace CourseCnn.Tests.Course;

/// <summary>A cell of a saved notebook with what it showed.</summary>
sealed class SavedCell(JsonObject json)
{
    public bool IsCode => (string?)json["cell_type"] == "code";

    public int? ExecutionCount => (int?)json["execution_count"];

    public string Source => Text(json["source"]);

    public IReadOnlyList<JsonObject> Outputs => [.. json["outputs"]!.AsArray().Select(output => output!.AsObject())];

    /// <summary>The forms of this kind in which the cell's outputs are saved.</summary>
    public IEnumerable<string> Forms(string mimeType) =>
        Outputs.Select(output => output["data"]?[mimeType]).OfType<JsonNode>().Select(Text);

    static string Text(JsonNode? lines) => lines switch
    {
        JsonArray => string.Concat(lines.AsArray().Select(line => (string?)line)),
        JsonValue => (string?)lines ?? "",
        _ => lines?.ToJsonString() ?? "",
    };
}
