using System.Text;
using System.Text.Json;

namespace CourseCnn.Lab.Notebooks.Files;

/// <summary>What to tell someone whose notebook is not JSON: what happened to the file helps more than what the parser expected.</summary>
static class JsonComplaint
{
    internal static string About(string text, JsonException error, string name)
    {
        var lines = text.Split('\n');
        var conflict = Array.FindIndex(lines, line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal));
        if (conflict >= 0)
            return $"{name} holds an unresolved merge conflict in line {conflict + 1}: resolve it with git first.";

        var start = text.TrimStart();
        if (start[0] is not ('{' or '['))
            return $"{name} is not a notebook but some other text, starting with: {Excerpt(start)}";
        return EndsWhole(text) switch
        {
            null => $"{name} is not valid JSON in line {error.LineNumber + 1} ({Excerpt(Line(lines, error))}). " +
                "Repair that line, or get the file back from git or a copy.",
            true => $"{name} names a member twice in the same object, so it is unclear which one counts: delete one of them. " +
                $"({error.Message})",
            false => $"{name} breaks off in line {lines.Length}, in the middle of the notebook: the file was cut short. " +
                "Get it back from git or a copy.",
        };
    }

    /// <summary>True if the text closes all that it opens, false if it ends too early, null if it is wrong before its end.</summary>
    static bool? EndsWhole(string text)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = NotebookReader.JsonOptions.MaxDepth });
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, state);
        try
        {
            while (reader.Read())
            {
            }
            return reader is { TokenType: JsonTokenType.EndObject or JsonTokenType.EndArray, CurrentDepth: 0 };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Line(string[] lines, JsonException error) =>
        error.LineNumber is { } number && number < lines.Length ? lines[number].Trim() : "";

    static string Excerpt(string text)
    {
        var line = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return line.Length <= 60 ? line.ToString() : $"{line[..60]}…";
    }
}
