using System.Diagnostics;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>Runs a notebook in a session of its own, with a progress bar.</summary>
sealed class NotebookExecution(LabConsole console, Func<string, ISession> openSession, RunSettings settings)
{
    readonly CellProgress progress = new(console);

    internal Task<RunOutcome> RunAsync(FoundNotebook found, Notebook notebook, CancellationToken cancellation) =>
        progress.ShowAsync(found.Name, async cellStarts =>
        {
            var clock = Stopwatch.StartNew();
            var session = openSession(Path.GetDirectoryName(found.Path)!);
            try
            {
                var outcome = await new NotebookRunner(session, settings).RunAsync(notebook, cellStarts, cancellation);
                return outcome with { Time = clock.Elapsed };
            }
            finally
            {
                // A session that hangs while closing is left behind, like one that a cell holds fast.
                var closing = Task.Run(() => session.DisposeAsync().AsTask(), CancellationToken.None);
                await Task.WhenAny(closing, Task.Delay(settings.Patience, CancellationToken.None));
            }
        });
}
