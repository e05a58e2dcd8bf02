using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Json;

/// <summary>
/// JSON to the letter as Jupyter writes it: members sorted, one space of indentation, a final newline, and nothing
/// escaped but what JSON demands. .NET's own writer escapes more and would turn a saved notebook into one big difference.
/// </summary>
static class JupyterJson
{
    internal static string Write(JsonNode document)
    {
        var text = new StringBuilder();
        Append(text, document, depth: 0);
        return text.Append('\n').ToString();
    }

    static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject members:
                AppendMembers(text, members, depth + 1);
                NewLine(text, depth).Append('}');
                break;
            case JsonArray items:
                AppendItems(text, items, depth + 1);
                NewLine(text, depth).Append(']');
                break;
            default:
                AppendValue(text, node.AsValue());
                break;
        }
    }

    static void AppendMembers(StringBuilder text, JsonObject members, int depth)
    {
        var separator = '{';
        foreach (var (name, value) in members.OrderBy(member => member.Key, CodePointOrder.Instance))
        {
            NewLine(text.Append(separator), depth);
            AppendString(text, name);
            Append(text.Append(": "), value, depth);
            separator = ',';
        }
    }

    static void AppendItems(StringBuilder text, JsonArray items, int depth)
    {
        var separator = '[';
        foreach (var item in items)
        {
            NewLine(text.Append(separator), depth);
            Append(text, item, depth);
            separator = ',';
        }
    }

    static void AppendValue(StringBuilder text, JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            text.Append(value.ToJsonString()); // A number that was read keeps its digits: 1.0 stays 1.0.
        else if (JsonText.TryRead(value, out var whole))
            AppendString(text, whole);
        else
            text.Append(value.GetValue<JsonElement>().GetRawText()); // Half a surrogate pair exists only as an escape.
    }

    static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(c).Append(value[++i]);
            else
                AppendCharacter(text, c);
        }
        text.Append('"');
    }

    static void AppendCharacter(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append(@"\\"),
        '\b' => text.Append(@"\b"),
        '\f' => text.Append(@"\f"),
        '\n' => text.Append(@"\n"),
        '\r' => text.Append(@"\r"),
        '\t' => text.Append(@"\t"),
        < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ when char.IsSurrogate(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => text.Append(c),
    };

    static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth);
}
