using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Json;

/// <summary>Long text in a notebook: a list of lines, each with its line break, so that versions compare line by line.</summary>
static class JupyterLines
{
    /// <summary>What Python's <c>splitlines</c> takes for the end of a line.</summary>
    const string Breaks = "\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029";

    internal static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var at = text.AsSpan(start).IndexOfAny(Breaks);
            var end = at < 0 ? text.Length : start + at + 1;
            if (at >= 0 && text[end - 1] == '\r' && end < text.Length && text[end] == '\n')
                end++;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>The text of a member that is a string or a list of strings; null if it is neither.</summary>
    internal static string? Join(JsonNode? text)
    {
        if (text is not JsonArray lines)
            return JsonText.At(text);
        var read = lines.Select(line => JsonText.At(line)).ToList();
        return read.Contains(null) ? null : string.Concat(read);
    }
}
