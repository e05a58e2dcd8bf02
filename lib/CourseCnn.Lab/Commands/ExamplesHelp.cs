using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Commands;

/// <summary>The usual help with examples and exit codes below it.</summary>
sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    const string Text = """
        Examples:
          (nothing)                              the course as a book, in your browser
          run notebooks                          every notebook in a folder and its subfolders
          run "my notebooks/01 kernels.ipynb"    one notebook
          run notebooks --output /tmp/run        leave the originals alone
          run slow.ipynb --timeout 600           give each cell ten minutes
          check notebooks                        tell which outputs are no longer what a run shows
          book --output site                     the course as web pages, to be put anywhere

        A cell tagged skip-execution is not run; one tagged raises-exception may fail; one tagged varies is checked in kind only.
        Exit code: 0 all ran, 1 a notebook failed or changed, 2 the command line is wrong, 130 stopped with Ctrl+C.

        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return ExitCode.Ok;
    }

    internal static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
    }
}
