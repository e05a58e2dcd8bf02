using System.CommandLine;
using CourseCnn.Lab.Book.Server;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary><c>serve [PATH...]</c>; without a command, the program does the same with the course's own notebooks.</summary>
static class ServeCommand
{
    const int HighestPort = 65535;

    internal static Command Create(LabConsole console, Func<string, ISession> openSession)
    {
        var paths = NotebookArguments.Paths(ArgumentArity.ZeroOrMore);
        var timeout = NotebookArguments.Timeout();
        var title = NotebookArguments.Title();
        Option<int> port = new("--port")
        {
            Description = "The port to serve at; 0 takes a free one.",
            HelpName = "PORT",
        };
        Option<bool> noBrowser = new("--no-browser") { Description = "Print the address only." };

        const string description = "Show notebooks as a book in the browser, until Ctrl+C. This is what happens without a command, too.";
        var command = new Command("serve", description)
        {
            paths, port, noBrowser, title, timeout,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var chosen = parsed.GetValue(port);
            if (chosen is < 0 or > HighestPort)
                throw new UsageException(FormattableString.Invariant($"--port needs a number from 0 to {HighestPort}, but got {chosen}."));
            var serving = new BookServing(
                console, openSession, new RunSettings(parsed.GetValue(timeout)), parsed.GetRequiredValue(title), chosen,
                openBrowser: !parsed.GetValue(noBrowser) && console.IsLive && Browser.CanBeSeen);
            return serving.RunAsync(NotebookArguments.Find(parsed, paths), cancellation);
        });
        return command;
    }
}
