using System.CommandLine;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary><c>run PATH...</c></summary>
static class RunCommand
{
    internal static Command Create(LabConsole console, Func<string, ISession> openSession)
    {
        var paths = NotebookArguments.Paths(ArgumentArity.OneOrMore);
        Option<string?> output = new("--output", "-o")
        {
            Description = "Save the run notebooks in this folder and leave the originals as they are.",
            HelpName = "DIR",
        };
        var timeout = NotebookArguments.Timeout();
        Option<bool> allowErrors = new("--allow-errors")
        {
            Description = "Save the error of a failing cell in the notebook and go on with the next cell.",
        };

        var command = new Command("run", "Run the cells of notebooks and save what they show.") { paths, output, timeout, allowErrors };
        command.SetAction(async (parsed, cancellation) =>
        {
            // In full at once: a session works in its notebook's folder.
            var outputFolder = parsed.GetValue(output) is { } folder ? Path.GetFullPath(folder) : null;
            if (File.Exists(outputFolder))
                throw new UsageException($"--output needs a folder, but {parsed.GetValue(output)} is a file.");
            var notebooks = NotebookArguments.Find(parsed, paths, outputFolder);
            var settings = new RunSettings(parsed.GetValue(timeout), parsed.GetValue(allowErrors));
            var report = new RunReport(console);
            var batch = new NotebookBatch(console, openSession, settings);
            return await batch.RunAsync(notebooks, new RunJob(report, outputFolder), cancellation) ? report.Summary() : ExitCode.Stopped;
        });
        return command;
    }
}
