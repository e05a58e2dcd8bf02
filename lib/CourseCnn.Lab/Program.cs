using System.Globalization;
using CourseCnn.Lab.Commands;
using CourseCnn.Lab.Crash;
using CourseCnn.Lab.Jupyter;
using CourseCnn.Lab.Jupyter.Comms;
using CourseCnn.Lab.Jupyter.Messages;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session;
using CourseCnn.Session.References;

// A cell prints 0.85 wherever it runs.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// Cells may talk to pages by comms.
HostReferences.Share(typeof(Comms).Assembly);

// Whoever opens a notebook waits for this one: it starts without a look at the other commands.
if (args is ["kernel", "--connection-file", var connectionFile])
    Environment.Exit(await KernelProcess.RunAsync(connectionFile));
if (args is ["watch", var watched, var errors])
    return CrashMessages.Watch(watched, errors);
if (args is ["watch-run", var runErrors])
    return RunWatch.Watch(runErrors);

// Not returned but exited with: a cell may leave threads behind that never end.
var console = LabConsole.OfProcess() with { CellBegins = RunWatch.Began, CellsEnd = RunWatch.Ended };
Environment.Exit(await LabCommands.RunAsync(args, console, folder => new CSharpSession(folder)));
return 0;
