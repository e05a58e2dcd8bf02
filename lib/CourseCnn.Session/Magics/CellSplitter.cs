using CourseCnn.Session.Contract;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Magics;

/// <summary>Takes a cell apart at its magic commands.</summary>
static class CellSplitter
{
    static readonly CSharpParseOptions parseOptions = new(LanguageVersion.CSharp14, kind: Microsoft.CodeAnalysis.SourceCodeKind.Script);

    /// <summary>The cell's parts in order.</summary>
    /// <exception cref="LearnerException">A command is not known.</exception>
    public static IReadOnlyList<CellPart> Split(string cell)
    {
        if (!cell.Contains("#!", StringComparison.Ordinal))
            return [new CellPart(null, cell)];

        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        var parts = new List<CellPart>();
        MagicLine? magic = null;
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsMagic(lines[i]) || (magic?.TakesText != true && IsInsideString(lines, start, i)))
                continue;
            Add(i);
            magic = Parse(lines[i].TrimEnd(), i + 1);
            start = i + 1;
        }

        Add(lines.Length);
        return parts;

        void Add(int end)
        {
            var text = string.Join('\n', lines[start..end]);
            if (magic?.TakesText == true)
            {
                parts.Add(new CellPart(magic, text.Trim('\n')));
                return;
            }

            if (magic is not null)
                parts.Add(new CellPart(magic, ""));
            parts.Add(new CellPart(null, new string('\n', start) + text));
        }
    }

    /// <summary>
    /// The cell with spaces where commands and their texts stand, so that the code around them keeps its place.
    /// False, and the cell as it is, where a command is not known.
    /// </summary>
    public static bool TryGetCode(string cell, out string code)
    {
        code = cell;
        if (!cell.Contains("#!", StringComparison.Ordinal))
            return true;
        try
        {
            var parts = Split(cell).Where(part => part.Magic is null).Select(part => part.Code.Split('\n')).ToList();
            code = string.Join('\n', cell.Split('\n').Select((line, i) =>
                parts.Any(part => i < part.Length && part[i].Length > 0) ? line : new string(' ', line.Length)));
            return true;
        }
        catch (LearnerException)
        {
            return false;
        }
    }

    /// <summary>A line that begins <c>#!/usr/bin/env</c> is for the shell, and the compiler passes over it.</summary>
    static bool IsMagic(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && !line.StartsWith("#!/", StringComparison.Ordinal);

    static MagicLine Parse(string line, int number)
    {
        var space = line.IndexOfAny([' ', '\t']);
        var (name, arguments) = space < 0 ? (line, "") : (line[..space], line[space..].Trim());
        if (MagicLine.Known.ContainsKey(name))
            return new MagicLine(name, arguments, number);
        var advice = NearestName.Of(name, MagicLine.Known.Keys) is { } near
            ? $"the nearest is {near}, and #!lsmagic lists all of them"
            : "#!lsmagic lists all there are";
        throw new LearnerException($"There is no magic command {name}; {advice}.", number);
    }

    /// <summary>A raw string may hold a line that looks like a command.</summary>
    static bool IsInsideString(string[] lines, int start, int line)
    {
        var code = string.Join('\n', lines[start..]);
        var position = lines[start..line].Sum(text => text.Length + 1);
        var token = CSharpSyntaxTree.ParseText(code, parseOptions).GetRoot().FindToken(position);
        return token.Span.Contains(position) && position > token.SpanStart;
    }
}
