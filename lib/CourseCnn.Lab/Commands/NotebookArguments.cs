using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Commands;

/// <summary>What several commands ask for: which notebooks, and how long a cell may take.</summary>
static class NotebookArguments
{
    const double LongestTimeout = 1_000_000;

    internal static Argument<string[]> Paths(ArgumentArity arity) => new("PATH")
    {
        Description = "Notebooks, folders of notebooks, or patterns such as \"notebooks/0*.ipynb\"."
            + (arity.MinimumNumberOfValues == 0 ? " Without any: the course's own." : ""),
        Arity = arity,
    };

    internal static Option<TimeSpan> Timeout() => new("--timeout")
    {
        Description = "How long one cell may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => TimeSpan.FromSeconds(120),
        CustomParser = ParseSeconds,
    };

    internal static Option<string> Title() => new("--title")
    {
        Description = "What the book is called.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "CourseCnn",
    };

    /// <param name="parsed">The command line.</param>
    /// <param name="paths">Its argument.</param>
    /// <param name="outputFolder">A folder that a search passes by, or null.</param>
    internal static List<FoundNotebook> Find(ParseResult parsed, Argument<string[]> paths, string? outputFolder = null)
    {
        var given = parsed.GetValue(paths) is { Length: > 0 } some ? some : [CourseFolder.Notebooks()];
        if (given.FirstOrDefault(path => path.StartsWith('-') && !Path.Exists(path)) is { } mistyped)
            throw new UsageException(ParseSentence.UnknownOption(mistyped, parsed.CommandResult.Command));
        return new NotebookSearch(outputFolder).Find(given);
    }

    static TimeSpan ParseSeconds(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is > 0 and <= LongestTimeout)
            return TimeSpan.FromSeconds(seconds);
        argument.AddError(string.Create(CultureInfo.InvariantCulture,
            $"--timeout needs a number of seconds above 0 and up to {LongestTimeout:N0}, such as 300 or 0.5, but got {text}."));
        return default;
    }
}
