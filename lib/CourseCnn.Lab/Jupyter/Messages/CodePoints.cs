namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// Jupyter counts places in text by Unicode's code points, .NET by UTF-16's units: an emoji is one of those, two of these.
/// </summary>
static class CodePoints
{
    /// <summary>The index into a text; its end where no place is given.</summary>
    public static int ToIndex(string text, int? place)
    {
        if (place is not { } count)
            return text.Length;
        var index = 0;
        for (; index < text.Length && count > 0; count--)
            index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    public static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index && i < text.Length; i += IsPair(text, i) ? 2 : 1)
            count++;
        return count;
    }

    static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
