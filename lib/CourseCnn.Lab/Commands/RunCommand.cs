using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Session;

namespace CourseCnn.Lab.Commands;

/// <summary><c>run PATH...</c></summary>
static class RunCommand
{
    const double LongestTimeout = 1_000_000;

    internal static Command Create(LabConsole console, Func<string, ISession> openSession)
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "Notebooks, folders of notebooks, or patterns such as \"notebooks/0*.ipynb\".",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> output = new("--output", "-o")
        {
            Description = "Save the run notebooks in this folder and leave the originals as they are.",
            HelpName = "DIR",
        };
        Option<double> timeout = new("--timeout")
        {
            Description = "How long one cell may take.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 120,
            CustomParser = ParseSeconds,
        };
        Option<bool> allowErrors = new("--allow-errors")
        {
            Description = "Save the error of a failing cell in the notebook and go on with the next cell.",
        };

        var command = new Command("run", "Run the cells of notebooks and save what they show.") { paths, output, timeout, allowErrors };
        command.SetAction((parsed, cancellation) =>
        {
            var given = parsed.GetRequiredValue(paths);
            if (given.FirstOrDefault(path => path.StartsWith('-') && !Path.Exists(path)) is { } mistyped)
                throw new UsageException(ParseSentence.UnknownOption(mistyped, parsed.CommandResult.Command));

            // In full at once: a session works in its notebook's folder.
            var outputFolder = parsed.GetValue(output) is { } folder ? Path.GetFullPath(folder) : null;
            if (File.Exists(outputFolder))
                throw new UsageException($"--output needs a folder, but {parsed.GetValue(output)} is a file.");
            var notebooks = new NotebookSearch(outputFolder).Find(given);
            var settings = new RunSettings(TimeSpan.FromSeconds(parsed.GetValue(timeout)), parsed.GetValue(allowErrors));
            return new NotebookBatch(console, openSession, settings, outputFolder).RunAsync(notebooks, cancellation);
        });
        return command;
    }

    static double ParseSeconds(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is > 0 and <= LongestTimeout)
            return seconds;
        argument.AddError(string.Create(CultureInfo.InvariantCulture,
            $"--timeout needs a number of seconds above 0 and up to {LongestTimeout:N0}, such as 300 or 0.5, but got {text}."));
        return 0;
    }
}
