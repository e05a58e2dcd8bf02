using System.CommandLine;
using CourseCnn.Lab.Book.Check;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Terminal;
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
            Description = "Where to show differences as a web page; written only if there are any.",
            HelpName = "FILE",
            DefaultValueFactory = _ => UsualReport,
        };

        var command = new Command("check", "Run notebooks and tell which no longer show what they were saved with; change none.")
        {
            paths, report, timeout,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            // In full at once: a session works in its notebook's folder.
            var file = Path.GetFullPath(parsed.GetRequiredValue(report));
            if (Directory.Exists(file))
                throw new UsageException($"--report needs a file, but {parsed.GetValue(report)} is a folder.");
            var notebooks = NotebookArguments.Find(parsed, paths);
            var job = new CheckJob(console, file);
            var batch = new NotebookBatch(console, openSession, new RunSettings(parsed.GetValue(timeout)));
            return await batch.RunAsync(notebooks, job, cancellation) ? job.Summary() : ExitCode.Stopped;
        });
        return command;
    }
}
