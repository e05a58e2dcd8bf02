using System.Text;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>A value as plain text.</summary>
static class TextLayout
{
    /// <summary>A longer object, or sequence of such, is written on several lines.</summary>
    const int LineLength = 100;

    public static string Of(Part part)
    {
        var text = part.Kind == PartKind.Leaf ? part.Text : Limits.Cut(Lines(part, 0), Limits.Text);
        return part.Note is null ? text : $"{text}\n{part.Note}";
    }

    /// <summary>On one line, but for texts that have several themselves.</summary>
    public static string Inline(Part part) => part.Kind switch
    {
        PartKind.Leaf => part.Text,
        PartKind.Sequence => Sequence(part),
        PartKind.Tuple => $"({string.Join(", ", part.Parts.Select(item => Inline(item.Part)).Concat(Rest(part)))})",
        PartKind.Table => Table(part, ""),
        _ => Braces(part),
    };

    static string Sequence(Part part)
    {
        var items = string.Join(", ", part.Parts.Select(item => Inline(item.Part)));
        var rest = Rest(part).FirstOrDefault();
        var dots = rest is null or "…" ? rest : $"... {rest}";
        var inner = items.Length > 0 && dots is not null ? $"{items} {dots}" : items + dots;
        return inner.Length > 0 ? $"[ {inner} ]" : "[ ]";
    }

    static string Braces(Part part)
    {
        var (before, sign) = part.Kind == PartKind.Dictionary ? ("", ": ") : (part.Text, " = ");
        var items = part.Parts.Select(item => $"{item.Name}{sign}{Inline(item.Part)}").Concat(Rest(part)).ToList();
        var inner = items.Count == 0 ? "" : $"{{ {string.Join(", ", items)} }}";
        return before.Length == 0 ? inner.Length > 0 ? inner : "{ }" : inner.Length > 0 ? $"{before} {inner}" : before;
    }

    /// <summary>On several lines where one would be too long.</summary>
    static string Lines(Part part, int indent)
    {
        if (part.Kind == PartKind.Table)
            return Table(part, new string(' ', indent));
        var hasTables = part.Parts.Exists(item => item.Part.Kind == PartKind.Table);
        var inline = Inline(part);
        if (!hasTables && (inline.Length <= LineLength || inline.Contains('\n', StringComparison.Ordinal) || IsPlain(part)))
            return inline;

        if (hasTables && part.Kind == PartKind.Dictionary)
            return string.Join('\n', part.Parts.Select(table => $"{table.Name}\n{Lines(table.Part, indent)}").Concat(Rest(part)));
        var isObject = part.Kind is PartKind.Object or PartKind.Dictionary;
        var (open, close) = part.Kind switch
        {
            PartKind.Sequence => ("[", "]"),
            PartKind.Tuple => ("(", ")"),
            _ => ("{", "}"),
        };
        var inner = new string(' ', indent + 2);
        var text = new StringBuilder(part.Kind == PartKind.Object && part.Text.Length > 0 ? $"{part.Text} {open}" : open);
        foreach (var (name, item) in part.Parts)
        {
            if (text.Length > Limits.Text)
                break;
            var sign = part.Kind == PartKind.Dictionary ? ":" : " =";
            text.Append('\n').Append(inner).Append(isObject ? name + sign : "");
            if (item.Kind == PartKind.Table)
                text.Append('\n');
            else if (isObject)
                text.Append(' ');
            text.Append(Lines(item, indent + 2)).Append(item.Kind == PartKind.Table ? "" : ",");
        }

        foreach (var rest in Rest(part))
            text.Append('\n').Append(inner).Append(rest);
        return text.Append('\n').Append(' ', indent).Append(close).ToString();
    }

    /// <summary>A list of numbers or words is not made longer than it is.</summary>
    static bool IsPlain(Part part) => part.Kind is PartKind.Leaf
        || (part.Kind is PartKind.Sequence or PartKind.Tuple && part.Parts.TrueForAll(item => item.Part.Kind == PartKind.Leaf));

    /// <summary>Columns stand below each other; numbers to the right.</summary>
    static string Table(Part part, string indent)
    {
        var rows = part.Parts.Select(row => row.Part.Parts.Select(cell => OneLine(cell.Part)).Concat(Rest(row.Part)).ToList()).ToList();
        if (part.Columns.Count > 0)
            rows.Insert(0, [.. part.Columns]);
        var count = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, count).Select(i => rows.Max(row => i < row.Count ? row[i].Length : 0)).ToList();
        var lines = rows.Select(row => indent + string.Join("  ", row.Select((cell, i) => cell.PadLeft(widths[i])))).Concat(Rest(part));
        return rows.Count == 0 && part.Text.Length > 0 ? part.Text : string.Join('\n', lines);
    }

    /// <summary>On one line in any case.</summary>
    public static string OneLine(Part part) => Inline(part).ReplaceLineEndings(" ");

    /// <summary>What is said of what is left out.</summary>
    public static IEnumerable<string> Rest(Part part) =>
        part.LeftOut is { } said ? [said] : part.Read < part.Members.Count ? ["…"] : [];
}
