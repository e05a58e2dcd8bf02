using CourseCnn.Lab.Commands;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Tests.Commands;

/// <summary>The program's command line inside the test, with what it printed.</summary>
sealed record CommandLine(int ExitCode, string Out, string Error)
{
    internal static Task<CommandLine> RunAsync(Func<string, ICellOutput, CellResult?> cell, params string[] arguments) =>
        RunAsync(_ => new ScriptedSession(cell), arguments: arguments);

    internal static async Task<CommandLine> RunAsync(
        Func<string, ISession> openSession, bool terminal = false, CancellationToken cancellation = default, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await LabCommands.RunAsync(arguments, LabConsole.Of(output, error, terminal), openSession, cancellation);
        return new CommandLine(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
