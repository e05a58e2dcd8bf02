using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Json;

/// <summary>Strings inside JSON that was written by others, and so may be anything.</summary>
static class JsonText
{
    /// <summary>The text found by following names from member to member, or null where there is none.</summary>
    internal static string? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return TryRead(node, out var text) ? text : null;
    }

    /// <summary>False for what is no string, and for a string with half a surrogate pair: JSON can spell it, .NET cannot.</summary>
    internal static bool TryRead(JsonNode? node, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return false;
        try
        {
            text = value.GetValue<string>();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
