using System.Text.RegularExpressions;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>
/// Compares the text of drawings (SVG, HTML, descriptions) by what they show: pictures in them by their pixels, numbers by their value,
/// names that are derived from content by where they stand. All else must be the same.
/// </summary>
static partial class DrawingComparison
{
    /// <returns>A sentence's end on how they differ, or null if they show the same.</returns>
    internal static string? Difference(string saved, string now)
    {
        now = WithNamesOf(saved, now);
        if (saved == now)
            return null;

        var (before, after) = (Parts.Matches(saved), Parts.Matches(now));
        if (before.Count != after.Count)
            return "the drawing has other parts";
        var (end, endNow) = (0, 0);
        foreach (var (part, partNow) in before.Zip(after))
        {
            if (!saved.AsSpan(end..part.Index).SequenceEqual(now.AsSpan(endNow..partNow.Index)))
                return Around(saved, end, now, endNow);
            if (PartDifference(part, partNow) is { } difference)
                return difference;
            (end, endNow) = (part.Index + part.Length, partNow.Index + partNow.Length);
        }
        return saved.AsSpan(end).SequenceEqual(now.AsSpan(endNow)) ? null : Around(saved, end, now, endNow);
    }

    static string? PartDifference(Match saved, Match now)
    {
        if (saved.Value == now.Value)
            return null;
        if (saved.Groups["picture"] is { Success: true } before && now.Groups["picture"] is { Success: true } after)
            return PixelComparison.Difference(Bytes(before.Value), Bytes(after.Value));
        return saved.Groups["number"].Success && now.Groups["number"].Success && Closeness.AreClose(Number(saved), Number(now))
            ? null
            : $"{Short(saved.Value)} was there, and {Short(now.Value)} is now";
    }

    /// <summary>A number as it is parsed: sentences write a minus sign, code a hyphen.</summary>
    static string Number(Match part) => part.Value.Replace('−', '-');

    /// <summary>Gives the names (ids) in the new text those that stand at the same places in the old.</summary>
    static string WithNamesOf(string saved, string now)
    {
        var names = Names.Matches(saved).Select(match => match.Groups[1].Value).ToList();
        var namesNow = Names.Matches(now).Select(match => match.Groups[1].Value).ToList();
        if (names.Count != namesNow.Count)
            return now;
        var renamed = namesNow.Zip(names).Where(pair => pair.First != pair.Second).DistinctBy(pair => pair.First)
            .ToDictionary(pair => pair.First, pair => pair.Second);
        if (renamed.Count == 0)
            return now;
        var any = string.Join('|', renamed.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape));
        return Regex.Replace(now, $@"(?<![\w-])({any})(?![\w-])", match => renamed[match.Value]);
    }

    static string Around(string saved, int start, string now, int startNow)
    {
        var same = saved.AsSpan(start).CommonPrefixLength(now.AsSpan(startNow));
        return $"“{Excerpt(saved, start + same)}” was there, and “{Excerpt(now, startNow + same)}” is now";
    }

    static string Excerpt(string text, int at) => Short(text[Math.Max(0, at - 10)..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" "));

    static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    static byte[] Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : [];
    }

    [GeneratedRegex(
        @"data:image/[a-z+]+;base64,(?<picture>[A-Za-z0-9+/=]+)|(?<colour>\#[0-9A-Fa-f]{3,8}\b)"
        + @"|(?<number>[-−]?(\d+(\.\d*)?|\.\d+)([eE][-−+]?\d+)?)")]
    private static partial Regex Parts { get; }

    [GeneratedRegex("\\sid=\"([^\"<>]+)\"")]
    private static partial Regex Names { get; }
}
