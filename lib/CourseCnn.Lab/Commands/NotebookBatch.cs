using System.Diagnostics;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary>Runs notebooks one after the other, each in a session of its own.</summary>
sealed class NotebookBatch(LabConsole console, Func<string, ISession> openSession, RunSettings settings, string? outputFolder)
{
    readonly RunReport report = new(console);
    readonly NotebookExecution execution = new(console, openSession, settings);

    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IEnumerable<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        foreach (var notebook in notebooks)
        {
            using var exit = new ExitWatch(() => report.Exited(notebook.Name, execution.Cell), cancellation);
            try
            {
                await RunAsync(notebook, cancellation);
            }
            catch (NotebookException error)
            {
                report.Failed(notebook.Name, error.Message);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                report.Stopped(notebook.Name);
                return ExitCode.Stopped;
            }
        }
        report.Summary();
        return report.ExitCode;
    }

    async Task RunAsync(FoundNotebook found, CancellationToken cancellation)
    {
        var file = NotebookFile.Load(found.Path, found.Name);
        var destination = outputFolder is null ? null : Path.Combine(outputFolder, found.OutputName);
        file.CheckCanBeSaved(destination);

        var clock = Stopwatch.StartNew();
        var outcome = await execution.RunAsync(found, file.Notebook, cancellation);
        if (outcome.Failure is { } failure)
        {
            report.Failed(found.Name, failure);
            return;
        }
        var saved = file.Save(destination);
        report.Ran(found.Name, outcome, clock.Elapsed, saved);
    }
}
