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

    /// <summary>The cell that runs: its number and how many there are.</summary>
    (int Number, int Count) cell;

    /// <summary>The cell that runs, in words, for when it ends the whole program.</summary>
    internal string Cell => cell.Number == 0 ? "a cell" : FormattableString.Invariant($"cell {cell.Number} of {cell.Count}");

    internal Task<RunOutcome> RunAsync(FoundNotebook found, Notebook notebook, CancellationToken cancellation) =>
        progress.ShowAsync(found.Name, async cellStarts =>
        {
            var clock = Stopwatch.StartNew();
            var session = openSession(Path.GetDirectoryName(found.Path)!);
            try
            {
                cell = default;
                var outcome = await new NotebookRunner(session, settings).RunAsync(
                    notebook,
                    (number, count) =>
                    {
                        cell = (number, count);
                        console.CellBegins($"{found.Name}: {Cell}");
                        cellStarts(number, count);
                    },
                    cancellation);
                return outcome with { Time = clock.Elapsed };
            }
            finally
            {
                console.CellsEnd();
                // A session that hangs while closing is left behind, like one that a cell holds fast.
                var closing = Task.Run(() => session.DisposeAsync().AsTask(), CancellationToken.None);
                await Task.WhenAny(closing, Task.Delay(settings.Patience, CancellationToken.None));
            }
        });
}
