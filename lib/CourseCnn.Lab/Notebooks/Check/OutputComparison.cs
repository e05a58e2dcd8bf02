using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>Compares the outputs of one cell: text exactly, figures by what they show.</summary>
static class OutputComparison
{
    /// <param name="saved">The outputs in the file.</param>
    /// <param name="now">The outputs of the new run.</param>
    /// <param name="kindOnly">True for a cell whose outputs may vary: then only their kinds have to be the same.</param>
    internal static List<OutputDifference> Compare(IReadOnlyList<JsonObject> saved, IReadOnlyList<JsonObject> now, bool kindOnly)
    {
        (saved, now) = (JoinedStreams.Of(saved), JoinedStreams.Of(now));
        var differences = new List<OutputDifference>();
        for (var i = 0; i < Math.Max(saved.Count, now.Count); i++)
        {
            var (before, after) = (saved.ElementAtOrDefault(i), now.ElementAtOrDefault(i));
            var what = before is null ? $"{Kind(after!)} is new"
                : after is null ? $"{Kind(before)} is gone"
                : Kind(before) != Kind(after) ? $"{Kind(before)} was there, and {Kind(after)} is now"
                : kindOnly ? null
                : Difference(before, after);
            if (what is not null)
                differences.Add(new OutputDifference(what, before, after));
        }
        return differences;
    }

    /// <summary>What sort of output it is, in words.</summary>
    static string Kind(JsonObject output) => JsonText.At(output, "output_type") switch
    {
        "stream" => JsonText.At(output, "name") == "stderr" ? "text on standard error" : "printed text",
        "error" => "an error",
        var type when output["data"] is JsonObject forms =>
            $"{(type == "execute_result" ? "a result" : "a display")} "
                + $"({string.Join(", ", forms.Select(form => form.Key).Order(StringComparer.Ordinal))})",
        _ => "an unknown output",
    };

    static string? Difference(JsonObject saved, JsonObject now)
    {
        if (saved["data"] is JsonObject forms)
            return FormDifference(forms, now["data"]!.AsObject());
        return TextDifference(Text(saved), Text(now));
    }

    /// <summary>The text of an output that is only text.</summary>
    internal static string Text(JsonObject output) => JsonText.At(output, "output_type") == "error"
        ? string.Join('\n', new[] { $"{JsonText.At(output, "ename")}: {JsonText.At(output, "evalue")}" }
            .Concat((output["traceback"] as JsonArray ?? []).Select(line => JsonText.At(line))))
        : JupyterLines.Join(output["text"]) ?? "";

    static string? FormDifference(JsonObject saved, JsonObject now)
    {
        var isFigure = saved.Any(IsFigure);
        // Pictures first: what they show says more than a number in their description.
        foreach (var (type, form) in saved.OrderBy(form => form.Key.StartsWith("image/", StringComparison.Ordinal) ? 0 : 1))
        {
            if (FormDifference(type, form, now[type], isFigure) is { } difference)
                return isFigure ? $"{Part(type)}: {difference}" : difference;
        }
        return null;
    }

    static string Part(string type) => type switch
    {
        "text/plain" => "its description",
        _ when type.StartsWith("image/", StringComparison.Ordinal) => "the figure",
        _ when type.StartsWith("application/", StringComparison.Ordinal) => "the interactive figure",
        _ => type,
    };

    static string? FormDifference(string type, JsonNode? saved, JsonNode? now, bool isFigure)
    {
        if (JupyterLines.Join(saved) is not { } text || JupyterLines.Join(now) is not { } textNow)
            return JsonComparison.Difference(saved, now);
        if (type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml")
            return DrawingComparison.Difference($"data:{type};base64,{WithoutSpace(text)}", $"data:{type};base64,{WithoutSpace(textNow)}");
        return isFigure ? DrawingComparison.Difference(text, textNow) : TextDifference(text, textNow);
    }

    static bool IsFigure(KeyValuePair<string, JsonNode?> form) =>
        form.Key.StartsWith("image/", StringComparison.Ordinal)
        || form.Key.StartsWith("application/vnd.", StringComparison.Ordinal)
        || (form.Key == "text/html" && JupyterLines.Join(form.Value) is { } html
            && (html.Contains("<svg", StringComparison.Ordinal) || html.Contains("data:image/", StringComparison.Ordinal)));

    static string? TextDifference(string saved, string now)
    {
        var (lines, linesNow) = (Lines(saved), Lines(now));
        if (lines.SequenceEqual(linesNow))
            return null;
        var at = lines.Zip(linesNow).TakeWhile(pair => pair.First == pair.Second).Count();
        var (line, lineNow) = (lines.ElementAtOrDefault(at), linesNow.ElementAtOrDefault(at));
        var letter = (line ?? "").Zip(lineNow ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        return FormattableString.Invariant($"line {at + 1} was {Quoted(line, letter)} and is {Quoted(lineNow, letter)} now");
    }

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A line, or of a long one what is around the letter from which on it differs.</summary>
    static string Quoted(string? line, int letter)
    {
        const int most = 60, before = 20;
        if (line is null || line.Length <= most)
            return line is null ? "missing" : $"“{line}”";
        var start = Math.Clamp(letter - before, 0, line.Length - most);
        return $"“{(start > 0 ? "…" : "")}{line.Substring(start, most)}{(start + most < line.Length ? "…" : "")}”";
    }

    static string WithoutSpace(string base64) => string.Concat(base64.Where(letter => !char.IsWhiteSpace(letter)));
}
