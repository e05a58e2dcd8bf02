using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Session;

namespace CourseCnn.Lab.Commands;

/// <summary>Runs a notebook in a session of its own, with a progress bar.</summary>
sealed class NotebookExecution(LabConsole console, Func<string, ISession> openSession, RunSettings settings)
{
    readonly CellProgress progress = new(console);

    internal Task<RunOutcome> RunAsync(FoundNotebook found, Notebook notebook, CancellationToken cancellation) =>
        progress.ShowAsync(found.Name, async cellStarts =>
        {
            var session = openSession(Path.GetDirectoryName(found.Path)!);
            try
            {
                return await new NotebookRunner(session, settings).RunAsync(notebook, cellStarts, cancellation);
            }
            finally
            {
                // A session that hangs while closing is left behind, like one that a cell holds fast.
                var closing = Task.Run(() => session.DisposeAsync().AsTask(), CancellationToken.None);
                await Task.WhenAny(closing, Task.Delay(settings.Patience, CancellationToken.None));
            }
        });
}
