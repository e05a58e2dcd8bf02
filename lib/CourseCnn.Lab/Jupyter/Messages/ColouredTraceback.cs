using System.Text.RegularExpressions;
using CourseCnn.Session.Contract;
using static CourseCnn.Shared.TerminalEscapes;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// An error's report in colours: what went wrong in red, the line to blame and its carets stand out, the rest is as it was.
/// </summary>
static partial class ColouredTraceback
{
    public static IEnumerable<string> Of(CellError error) => error.Traceback.Select(Line);

    static string Line(string line)
    {
        if (Caret().IsMatch(line))
            return BoldRed + line + Plain;
        if (line.StartsWith("> ", StringComparison.Ordinal))
            return Bold + line + Plain;
        if (Place().IsMatch(line))
            return Green + line + Plain;
        if (Code().IsMatch(line))
            return line;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? BoldRed + line[..colon] + Plain + line[colon..] : line;
    }

    [GeneratedRegex(@"^ +\|\s*\^+$")]
    private static partial Regex Caret();

    [GeneratedRegex(@"^In ((cell \d+, )?line \d+|one of these lines):$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^ +\d+ \|")]
    private static partial Regex Code();
}
