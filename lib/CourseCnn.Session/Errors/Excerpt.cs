using System.Globalization;
using CourseCnn.Session.Compiling;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Errors;

/// <summary>A few lines of a cell with the one in question marked.</summary>
static class Excerpt
{
    /// <summary>How many lines are shown before the marked one.</summary>
    const int Before = 2;

    /// <param name="frame">The line to mark.</param>
    /// <param name="current">The cell that runs; a line of another one is introduced by its name.</param>
    /// <param name="span">What of the line to underline, where that is known.</param>
    public static IEnumerable<string> Of(UserFrame frame, CellSource current, FileLinePositionSpan? span = null)
    {
        yield return frame.Cell == current
            ? $"In line {frame.Line.ToString(CultureInfo.InvariantCulture)}:"
            : $"In {frame.Cell.Name}, line {frame.Line.ToString(CultureInfo.InvariantCulture)}:";
        for (var line = Math.Max(1, frame.Line - Before); line < frame.Line; line++)
            yield return $"  {Number(line)} | {frame.Cell.Line(line)}";
        var text = frame.Cell.Line(frame.Line) ?? "";
        yield return $"> {Number(frame.Line)} | {text}";

        if (span is { } marked)
        {
            var start = Math.Min(marked.StartLinePosition.Character, text.Length);
            var end = marked.EndLinePosition.Line == marked.StartLinePosition.Line ? marked.EndLinePosition.Character : text.Length;
            // Tabs stay tabs, so that the carets stand under what they mean.
            var indent = new string([.. text[..start].Select(c => c == '\t' ? '\t' : ' ')]);
            yield return $"      | {indent}{new string('^', Math.Max(1, end - start))}";
        }
    }

    /// <summary>Lines one of which is meant.</summary>
    public static IEnumerable<string> OfOne(IEnumerable<UserFrame> candidates) =>
        candidates
            .Select(candidate => $"> {Number(candidate.Line)} | {candidate.Cell.Line(candidate.Line)}")
            .Prepend("In one of these lines:");

    static string Number(int line) => line.ToString(CultureInfo.InvariantCulture).PadLeft(3);
}
