using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Json;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>A value's forms as a notebook keeps them: JSON as JSON, text as lines, pictures as base64.</summary>
static class SavedForms
{
    /// <param name="bundle">The value's forms.</param>
    /// <param name="keepHtml">See <see cref="RunSettings.KeepHtml"/>.</param>
    internal static JsonObject Of(MimeBundle bundle, bool keepHtml = false)
    {
        var saved = new JsonObject();
        foreach (var (mimeType, text) in bundle.Forms)
        {
            // GitHub shows scripted HTML as an empty box; the drawing beside it says the same, and files stay small.
            if (keepHtml || !(MimeTypes.IsForPages(mimeType) || (mimeType == MimeTypes.Html && bundle[MimeTypes.Svg] is not null)))
                saved[mimeType] = Form(mimeType, text);
        }
        return saved;
    }

    static JsonNode? Form(string mimeType, string text)
    {
        if (MimeTypes.IsJson(mimeType) && TryParse(text, out var json))
            return json;
        return mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is MimeTypes.Svg or "application/javascript"
            ? JupyterLines.Split(text)
            : text;
    }

    static bool TryParse(string text, out JsonNode? json)
    {
        try
        {
            json = JsonNode.Parse(text, documentOptions: NotebookReader.JsonOptions);
            NotebookReader.Visit(json);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            json = null;
            return false;
        }
    }
}
