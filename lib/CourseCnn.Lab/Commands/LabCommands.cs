using System.CommandLine;
using System.CommandLine.Invocation;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary>The program's command line.</summary>
static class LabCommands
{
    /// <summary>Follows the command line and returns the exit code, see <see cref="ExitCode"/>.</summary>
    internal static async Task<int> RunAsync(
        string[] arguments, LabConsole console, Func<string, ISession> openSession, CancellationToken cancellation = default)
    {
        var root = new RootCommand("Runs the course's notebooks, whose cells are C#.")
        {
            RunCommand.Create(console, openSession),
            CheckCommand.Create(console, openSession),
            BookCommand.Create(console, openSession),
            ServeCommand.Create(console, openSession),
            InstallCommand.CreateInstall(console),
            InstallCommand.CreateUninstall(console),
            KernelCommand.Create(),
        };
        ExamplesHelp.AddTo(root);
        var parsed = root.Parse(arguments.Length == 0 ? ["serve"] : arguments);
        try
        {
            if (parsed.Action is ParseErrorAction)
                throw new UsageException(ParseSentence.About(parsed));
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Out.Profile.Out.Writer,
                    Error = console.Error.Profile.Out.Writer,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeSpan.FromSeconds(15), // A session may need some seconds to stop its cell.
                },
                cancellation);
        }
        catch (UsageException error)
        {
            console.Error.Profile.Out.Writer.WriteLine(error.Message);
            return ExitCode.Usage;
        }
    }
}
