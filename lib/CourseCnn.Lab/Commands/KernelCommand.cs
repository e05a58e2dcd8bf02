using System.CommandLine;
using CourseCnn.Lab.Jupyter;

namespace CourseCnn.Lab.Commands;

/// <summary><c>kernel --connection-file FILE</c></summary>
static class KernelCommand
{
    internal static Command Create()
    {
        Option<string> connectionFile = new("--connection-file")
        {
            Description = "Where the client waits, as Jupyter writes it down.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("kernel", "Be a Jupyter kernel. Jupyter and VS Code start it themselves once it is installed.")
        {
            connectionFile,
        };
        command.SetAction((parsed, _) => KernelProcess.RunAsync(parsed.GetRequiredValue(connectionFile)));
        return command;
    }
}
