using System.Text.RegularExpressions;

namespace CourseCnn.Shared;

/// <summary>The codes that colour text in a terminal, and move about in it.</summary>
static partial class TerminalEscapes
{
    public const string BoldRed = "\u001b[1;31m";
    public const string Green = "\u001b[32m";
    public const string Bold = "\u001b[1m";

    /// <summary>What follows looks as text usually does.</summary>
    public const string Plain = "\u001b[0m";

    /// <summary>Empties the line from here to its end.</summary>
    public const string EraseLine = "\u001b[K";

    /// <summary>The text alone: colours, movements and links (CSI and OSC sequences) are left out.</summary>
    public static string Remove(string text) => Codes.Replace(text, "");

    [GeneratedRegex(@"\u001b(\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\))")]
    private static partial Regex Codes { get; }
}
