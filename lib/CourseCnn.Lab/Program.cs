using System.Globalization;
using CourseCnn.Lab.Commands;
using CourseCnn.Lab.Jupyter;
using CourseCnn.Lab.Terminal;
using CourseCnn.Lab.Workers;

// A cell prints 0.85 wherever it runs.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// Whoever opens a notebook waits for this one: it starts without a look at the other commands.
if (args is ["kernel", "--connection-file", var connectionFile])
    Environment.Exit(await KernelProcess.RunAsync(connectionFile));
if (args is ["worker", var requests, var events])
    WorkerProgram.Run(requests, events);

using var workers = new WorkerSessions("The process that ran the cells has ended with it, and the notebook is left as it was.");
if (args is ["run" or "check" or "book", _, ..])
    workers.Start(); // Meanwhile the command line is read, and the first notebook.
return await LabCommands.RunAsync(args, LabConsole.OfProcess(), workers.Open);

