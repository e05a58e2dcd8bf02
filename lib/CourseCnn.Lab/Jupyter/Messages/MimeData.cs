using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>A value's forms as messages hold them: JSON as JSON, all else as text.</summary>
static class MimeData
{
    public static JsonObject Of(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in bundle.Forms.Where(form => !MimeTypes.IsForPages(form.Key)))
            data[mimeType] = MimeTypes.IsJson(mimeType) && TryParse(text, out var json) ? json : text;
        return data;
    }

    static bool TryParse(string text, out JsonNode? json)
    {
        try
        {
            json = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }
}
