using System.CommandLine;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Making;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary><c>book [PATH...] --output DIR</c></summary>
static class BookCommand
{
    internal static Command Create(LabConsole console, Func<string, ISession> openSession)
    {
        var paths = NotebookArguments.Paths(ArgumentArity.ZeroOrMore);
        var timeout = NotebookArguments.Timeout();
        var title = NotebookArguments.Title();
        Option<string> output = new("--output", "-o")
        {
            Description = "The folder that the pages go to. It must be new, empty, or hold an earlier book.",
            HelpName = "DIR",
            Required = true,
        };

        var command = new Command("book", "Write notebooks as web pages that need no server and no network.")
        {
            paths, output, title, timeout,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = new BookFolder(Path.GetFullPath(parsed.GetRequiredValue(output)));
            var notebooks = NotebookArguments.Find(parsed, paths);
            var settings = new RunSettings(parsed.GetValue(timeout));
            var making = new BookMaking(console, openSession, settings, new RunCache(RunCache.UsualFolder), parsed.GetRequiredValue(title));
            return await making.WriteAsync(notebooks, folder, cancellation);
        });
        return command;
    }
}
