using System.Globalization;
using CourseCnn.Lab.Notebooks.Running;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>A failing cell, told so that its author finds the line: which cell, what went wrong, and the lines to blame.</summary>
static class FailureText
{
    internal static string Headline(string notebook, CellFailure failure)
    {
        var line = failure.Error.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{notebook}: cell {failure.Number} of {failure.Count}{line} failed");
    }

    /// <summary>The same for somebody who knows which notebook.</summary>
    internal static string Sentence(CellFailure failure) => string.Create(CultureInfo.InvariantCulture,
        $"Cell {failure.Number} of {failure.Count} failed: {failure.Error.Name}: {failure.Error.Message}");

    /// <summary>What the notebook would show below the cell, indented.</summary>
    internal static IEnumerable<string> Lines(CellFailure failure) =>
        failure.Error.Traceback
            .SelectMany(line => line.ReplaceLineEndings("\n").Split('\n'))
            .Select(line => $"  {line.Replace("\t", "    ", StringComparison.Ordinal)}".TrimEnd());
}
