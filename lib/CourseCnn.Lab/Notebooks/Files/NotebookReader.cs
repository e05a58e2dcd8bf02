using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks.Files;

/// <summary>From bytes to a notebook, or to a sentence that says why they are none.</summary>
static class NotebookReader
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Figures nest deeper than JSON readers expect.</summary>
    internal static JsonDocumentOptions JsonOptions { get; } = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What errors call the file.</param>
    internal static Notebook Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var text = Decode(bytes.Span, name);
        if (string.IsNullOrWhiteSpace(text))
            throw new NotebookException($"{name} is empty. Write a notebook there with Jupyter or VS Code, or delete the file.");

        var json = Parse(text, name) as JsonObject
            ?? throw new NotebookException($"{name} is JSON, but not a notebook: a notebook is an object with \"cells\" and \"nbformat\".");
        CheckFormat(json, name);
        CheckCells(json, name);
        NotebookLanguage.Check(json, name);
        return new Notebook(json);
    }

    static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new NotebookException(
                $"{name} is not UTF-8 text, so it is no notebook. If an editor saved it in another encoding, save it as UTF-8.");
        }
    }

    static JsonNode? Parse(string text, string name)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: JsonOptions);
            Visit(json);
            return json;
        }
        catch (JsonException error)
        {
            throw new NotebookException(JsonComplaint.About(text, error, name));
        }
        catch (InvalidOperationException)
        {
            throw new NotebookException($"{name} names a member with half a character (a lone surrogate), so it cannot be read.");
        }
    }

    /// <summary>Nodes come to life when first looked at; what is wrong with them is to show here.</summary>
    internal static void Visit(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
                Visit(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Visit(item);
        }
    }

    static void CheckFormat(JsonObject json, string name)
    {
        var format = json["nbformat"] is JsonValue value && value.TryGetValue(out int number) ? number : (int?)null;
        if (format is null && json.ContainsKey("cells"))
            throw new NotebookException(
                $"{name} does not say which notebook format it has: \"nbformat\": 4 is missing or not a whole number.");
        if (format is null)
            throw new NotebookException($"{name} is JSON, but not a notebook: it has no \"nbformat\" and no \"cells\".");
        if (format < 4)
            throw new NotebookException(
                $"{name} is in notebook format {format}, and this program reads format 4. " +
                $"Upgrade it with: jupyter nbconvert --to notebook --nbformat 4 --inplace \"{name}\"");
        if (format > 4)
            throw new NotebookException(
                $"{name} is in notebook format {format}, which is newer than the format 4 that this program reads.");
    }

    static void CheckCells(JsonObject json, string name)
    {
        if (json["cells"] is not JsonArray cells)
            throw new NotebookException($"{name} is JSON, but not a whole notebook: its list of \"cells\" is missing.");
        for (var i = 0; i < cells.Count; i++)
        {
            var wrong = cells[i] is not JsonObject cell ? "is not an object"
                : JsonText.At(cell, "cell_type") is null ? "has no \"cell_type\""
                : JupyterLines.Join(cell["source"]) is null ? "has no readable \"source\" (a string or a list of strings)"
                : null;
            if (wrong is not null)
                throw new NotebookException($"{name} is damaged: entry {i + 1} of its \"cells\" {wrong}.");
        }
    }
}
