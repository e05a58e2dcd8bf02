using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Session.Display;

/// <summary>Documents of the two libraries that notebooks read JSON with.</summary>
static class JsonDocuments
{
    static readonly JsonSerializerOptions indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, indented; null for other values.</summary>
    public static string? Text(object value) => value switch
    {
        JsonDocument document => Text(document.RootElement),
        JsonElement { ValueKind: JsonValueKind.Undefined } => "(no JSON)",
        JsonElement element => JsonSerializer.Serialize(element, indented),
        JsonNode node => node.ToJsonString(indented),
        // Cells bring Newtonsoft's library in, in whatever version.
        _ when IsNewtonsofts(value.GetType()) => value.ToString()!.ReplaceLineEndings("\n"),
        _ => null,
    };

    /// <summary>Whether a value is a document.</summary>
    public static bool Is(object value) => value is JsonDocument or JsonElement or JsonNode || IsNewtonsofts(value.GetType());

    static bool IsNewtonsofts(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.FullName == "Newtonsoft.Json.Linq.JContainer")
                return true;
        return false;
    }
}
