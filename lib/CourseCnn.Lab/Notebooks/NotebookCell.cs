using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks;

/// <summary>One cell of a notebook: a view on its JSON, which keeps whatever this class does not know.</summary>
public sealed class NotebookCell
{
    readonly JsonObject json;

    internal NotebookCell(JsonObject json) => this.json = json;

    /// <summary>True for a cell that can be run; text, raw cells and kinds yet unknown are not.</summary>
    public bool IsCode => JsonText.At(json, "cell_type") == "code";

    /// <summary>True for a cell of prose.</summary>
    public bool IsMarkdown => JsonText.At(json, "cell_type") == "markdown";

    /// <summary>The name that Jupyter gave the cell, or its author, or null in notebooks older than such names.</summary>
    public string? Id => JsonText.At(json, "id");

    /// <summary>What the cell's last run left, as it stands in the file.</summary>
    public IEnumerable<JsonObject> Outputs => (json["outputs"] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Pictures that lie in the cell itself, by the name its text calls them: media types to base64.</summary>
    public JsonObject? Attachments => json["attachments"] as JsonObject;

    /// <summary>What the cell says, its lines joined.</summary>
    public string Source => JupyterLines.Join(json["source"]) ?? "";

    /// <summary>The tags a reader gave the cell, such as <c>raises-exception</c>.</summary>
    public IEnumerable<string> Tags =>
        json["metadata"] is JsonObject metadata && metadata["tags"] is JsonArray tags
            ? tags.Select(tag => JsonText.At(tag)).OfType<string>()
            : [];

    /// <summary>The language the cell says it is in, as polyglot notebooks and VS Code note it, or null.</summary>
    public string? Language =>
        JsonText.At(json, "metadata", "polyglot_notebook", "kernelName")
        ?? JsonText.At(json, "metadata", "dotnet_interactive", "language")
        ?? JsonText.At(json, "metadata", "vscode", "languageId");

    /// <summary>Replaces what the cell's last run left.</summary>
    internal void SetOutputs(int? executionCount, IEnumerable<JsonObject> outputs)
    {
        json["execution_count"] = executionCount;
        json["outputs"] = new JsonArray([.. outputs]);
    }
}
