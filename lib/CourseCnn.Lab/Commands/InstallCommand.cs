using System.CommandLine;
using CourseCnn.Lab.Jupyter.Install;
using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Commands;

/// <summary><c>install</c> and <c>uninstall</c></summary>
static class InstallCommand
{
    internal static Command CreateInstall(LabConsole console) => Create(
        console, "install", "Install the C# kernel for Jupyter and VS Code, or bring it up to date.", installer => installer.Install());

    internal static Command CreateUninstall(LabConsole console) => Create(
        console, "uninstall", "Remove what install made.", installer => installer.Uninstall());

    static Command Create(LabConsole console, string name, string description, Func<KernelInstaller, IEnumerable<string>> work)
    {
        Option<string?> prefix = new("--prefix")
        {
            Description = "For all who use what is installed under this folder, such as /usr/local; by default for you alone.",
            HelpName = "DIR",
        };
        Option<bool> sysPrefix = new("--sys-prefix") { Description = "For the Python environment that is active." };

        var command = new Command(name, description) { prefix, sysPrefix };
        command.SetAction(parsed =>
        {
            var folders = JupyterFolders.OfProcess();
            var place = Place(folders, parsed.GetValue(prefix), parsed.GetValue(sysPrefix));
            try
            {
                foreach (var line in work(new KernelInstaller(place, folders, KernelPublisher.Publish)))
                    console.Out.Profile.Out.Writer.WriteLine(line);
                return ExitCode.Ok;
            }
            catch (InstallException problem)
            {
                console.Error.Profile.Out.Writer.WriteLine(problem.Message);
                return ExitCode.NotInstalled;
            }
        });
        return command;
    }

    static InstallPlace Place(JupyterFolders folders, string? prefix, bool sysPrefix)
    {
        if (prefix is not null && sysPrefix)
            throw new UsageException("--prefix and --sys-prefix both say where to install: give one of them.");
        if (prefix is not null)
            return InstallPlace.OfPrefix(prefix);
        if (!sysPrefix)
            return InstallPlace.OfUser(folders);
        return folders.PythonPrefix is { } active
            ? InstallPlace.OfPrefix(active)
            : throw new UsageException("--sys-prefix needs an active Python environment (VIRTUAL_ENV or CONDA_PREFIX): activate one, or "
                + "name its folder with --prefix.");
    }
}
