namespace CourseCnn.Figures.Drawing;

/// <summary>
/// Estimates how wide a bold text is drawn, and breaks it into lines. Nobody knows which font a reader's system has, so the estimate is
/// that of the widest usual one: text may end early, but never leaves its box.
/// </summary>
static class TextWidth
{
    internal const double Digit = 0.7;

    internal static double Of(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Em(letter);
        return width * size;
    }

    /// <summary>Breaks between words, and inside a word that is too long for a line.</summary>
    internal static List<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Of(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = word;
            while (Of(line, size) > width && line.Length > 1)
            {
                var fit = Fitting(line, size, width);
                lines.Add(line[..fit]);
                line = line[fit..];
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>Breaks a name of several words written as one, such as AdaptiveAvgPool2d, before its capitals.</summary>
    internal static IReadOnlyList<string> WrapName(string name, double size, double width)
    {
        var lines = new List<string> { "" };
        for (var start = 0; start < name.Length;)
        {
            var end = start + 1;
            while (end < name.Length && !(char.IsUpper(name[end]) && char.IsLower(name[end - 1])))
                end++;
            var longer = lines[^1] + name[start..end];
            if (lines[^1].Length > 0 && Of(longer, size) > width)
                lines.Add(name[start..end]);
            else
                lines[^1] = longer;
            start = end;
        }

        // A single word may still be too long.
        return [.. lines.SelectMany(line => Wrap(line, size, width))];
    }

    /// <summary>How many letters fit, at least one, and never half a surrogate pair.</summary>
    static int Fitting(string word, double size, double width)
    {
        var fit = word.Length - 1;
        while (fit > 1 && Of(word.AsSpan(0, fit), size) > width)
            fit--;
        return char.IsHighSurrogate(word[fit - 1]) ? (fit > 1 ? fit - 1 : fit + 1) : fit;
    }

    static double Em(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' => 0.4,
        ' ' => 0.36,
        '(' or ')' => 0.48,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.1,
        '\u00B7' => 0.42,
        '+' or '=' or '\u2212' or '\u00D7' or '\u2248' => 0.86,
        >= 'A' and <= 'Z' => 0.85,
        >= '\u2E80' => 1.1,
        _ => Digit,
    };
}
