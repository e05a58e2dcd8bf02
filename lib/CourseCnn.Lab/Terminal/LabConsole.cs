using Spectre.Console;

namespace CourseCnn.Lab.Terminal;

/// <summary>
/// Where the program speaks: results and errors. Made before any session, which takes <see cref="Console.Out"/> for the cells.
/// </summary>
sealed record LabConsole
{
    LabConsole(IAnsiConsole output, IAnsiConsole error) => (Out, Error) = (output, error);

    internal IAnsiConsole Out { get; }

    internal IAnsiConsole Error { get; }

    /// <summary>True where a progress bar can move: on a terminal that is not a build server's log.</summary>
    internal bool IsLive => Out.Profile.Capabilities.Interactive;

    internal static LabConsole OfProcess() =>
        new(Create(Console.Out, IsTerminal(Console.IsOutputRedirected)), Create(Console.Error, IsTerminal(Console.IsErrorRedirected)));

    internal static LabConsole Of(TextWriter output, TextWriter error, bool terminal = false) =>
        new(Create(output, terminal), Create(error, terminal));

    static bool IsTerminal(bool isRedirected) =>
        !isRedirected && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb";

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not (null or "" or "false" or "0");

    static IAnsiConsole Create(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // On Windows, detecting also switches escape sequences on.
            Ansi = !terminal ? AnsiSupport.No : OperatingSystem.IsWindows() ? AnsiSupport.Detect : AnsiSupport.Yes,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            ColorSystem = terminal && !IsSet("NO_COLOR") ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false }, // They overrule the above on build servers.
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
            console.Profile.Width = 100_000; // A file has no edge to wrap at.
        return console;
    }
}
