using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Wording;

/// <summary>How much of a value is shown. Lists and depth are as a learner set them in <see cref="Formatter"/>.</summary>
static class Limits
{
    /// <summary>Members of one object.</summary>
    public const int Members = 40;

    /// <summary>Parts of all: objects, members, elements.</summary>
    public const int Parts = 2_000;

    /// <summary>Elements along one dimension of a table.</summary>
    public const int TableSide = 40;

    /// <summary>Characters of a value that is a text.</summary>
    public const int TopText = 100_000;

    /// <summary>Characters of a text within another value.</summary>
    public const int InnerText = 4_000;

    /// <summary>Characters of a key.</summary>
    public const int Name = 100;

    /// <summary>Characters of a whole value as plain text.</summary>
    public const int Text = 20_000;

    /// <summary>Characters of a whole value as HTML.</summary>
    public const int Html = 60_000;

    /// <summary>How long one property may take.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    /// <summary>How long one element may take: many a sequence computes them one by one.</summary>
    public static readonly TimeSpan Element = TimeSpan.FromSeconds(5);

    /// <summary>How long all may take.</summary>
    public static readonly TimeSpan All = TimeSpan.FromSeconds(10);

    /// <summary>How deep objects within objects are shown.</summary>
    public static int Depth => Formatter.RecursionLimit;

    /// <summary>How many elements of a sequence.</summary>
    public static int Elements => Formatter.ListExpansionLimit;

    /// <summary>A text's beginning, with how much is left out.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        // No half of a surrogate pair stands alone.
        var end = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)} … ({text.Length - end:N0} more characters)");
    }
}
