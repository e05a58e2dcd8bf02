using System.Text.RegularExpressions;

namespace CourseCnn.Lab.Book;

/// <summary>Text meant for a terminal: a page has no use for the codes that colour it there.</summary>
static partial class TerminalEscapes
{
    internal static string Remove(string text) => Codes.Replace(text, "");

    [GeneratedRegex(@"\u001b(\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\))")]
    private static partial Regex Codes { get; }
}
