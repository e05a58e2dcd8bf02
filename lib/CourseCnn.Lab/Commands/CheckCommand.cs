using System.CommandLine;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary><c>check [PATH...]</c></summary>
static class CheckCommand
{
    const string UsualReport = "check-report.html";

    internal static Command Create(LabConsole console, Func<string, ISession> openSession)
    {
        var paths = NotebookArguments.Paths(ArgumentArity.ZeroOrMore);
        var timeout = NotebookArguments.Timeout();
        Option<string> report = new("--report")
        {
            Description = $"Where to show differences as a web page; written only if there are any.",
            HelpName = "FILE",
            DefaultValueFactory = _ => UsualReport,
        };

        var command = new Command("check", "Run notebooks and tell which no longer show what they were saved with; change none.")
        {
            paths, report, timeout,
        };
        command.SetAction((parsed, cancellation) =>
        {
            // In full at once: a session works in its notebook's folder.
            var file = Path.GetFullPath(parsed.GetRequiredValue(report));
            if (Directory.Exists(file))
                throw new UsageException($"--report needs a file, but {parsed.GetValue(report)} is a folder.");
            var notebooks = NotebookArguments.Find(parsed, paths);
            return new CheckBatch(console, openSession, new RunSettings(parsed.GetValue(timeout)), file).RunAsync(notebooks, cancellation);
        });
        return command;
    }
}
