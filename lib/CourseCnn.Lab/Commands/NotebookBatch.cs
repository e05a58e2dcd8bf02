using System.Diagnostics;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Session;

namespace CourseCnn.Lab.Commands;

/// <summary>Runs notebooks one after the other, each in a session of its own.</summary>
sealed class NotebookBatch(LabConsole console, Func<string, ISession> openSession, RunSettings settings, string? outputFolder)
{
    readonly RunReport report = new(console);
    readonly CellProgress progress = new(console);

    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IEnumerable<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        foreach (var notebook in notebooks)
        {
            using var exit = new ExitWatch(() => report.Exited(notebook.Name), cancellation);
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
        var outcome = await progress.ShowAsync(found.Name, async cellStarts =>
        {
            var session = openSession(Path.GetDirectoryName(found.Path)!);
            try
            {
                return await new NotebookRunner(session, settings).RunAsync(file.Notebook, cellStarts, cancellation);
            }
            finally
            {
                // A session that hangs while closing is left behind, like one that a cell holds fast.
                var closing = Task.Run(() => session.DisposeAsync().AsTask(), CancellationToken.None);
                await Task.WhenAny(closing, Task.Delay(settings.Patience, CancellationToken.None));
            }
        });

        if (outcome.Failure is { } failure)
        {
            report.Failed(found.Name, failure);
            return;
        }
        var saved = file.Save(destination);
        report.Ran(found.Name, outcome, clock.Elapsed, saved);
    }
}
