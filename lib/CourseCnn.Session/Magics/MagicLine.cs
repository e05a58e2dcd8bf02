namespace CourseCnn.Session.Magics;

/// <summary>A line such as <c>#!time</c>.</summary>
/// <param name="Name">The command with its <c>#!</c>.</param>
/// <param name="Arguments">What stands behind it on the line.</param>
/// <param name="Line">The cell's line, from 1.</param>
sealed record MagicLine(string Name, string Arguments, int Line)
{
    /// <summary>The commands there are, with what each does.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["#!csharp"] = "What follows is C# (as every cell is from its start).",
        ["#!html"] = "What follows is shown as HTML.",
        ["#!lsmagic"] = "Lists these commands.",
        ["#!markdown"] = "What follows is shown as Markdown.",
        ["#!time"] = "Shows how long the cell took.",
        ["#!who"] = "Lists the variables declared so far.",
    };

    /// <summary>Whether the lines below it, up to the next command, are its text and not code.</summary>
    public bool TakesText => Name is "#!html" or "#!markdown";
}
