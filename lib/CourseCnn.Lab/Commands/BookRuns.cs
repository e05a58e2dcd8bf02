using System.Diagnostics;
using CourseCnn.Lab.Book;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Commands;

/// <summary>Notebooks with live outputs, for a book: from a run now, or from an earlier one of the same cells, libraries and data.</summary>
sealed class BookRuns(LabConsole console, Func<string, ISession> openSession, RunSettings settings, RunCache cache)
{
    readonly NotebookExecution execution = new(console, openSession, settings with { KeepHtml = true });

    internal RunReport Report { get; } = new(console);

    /// <summary>The notebooks as chapters. One that fails keeps the outputs it was saved with; one that cannot be read is left out.</summary>
    internal async Task<List<Chapter>> RunAsync(IEnumerable<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        var chapters = new List<Chapter>();
        foreach (var notebook in notebooks)
        {
            using var exit = new ExitWatch(() => Report.Exited(notebook.Name, execution.Cell), cancellation);
            try
            {
                chapters.Add(await RunAsync(notebook, cancellation));
            }
            catch (NotebookException error)
            {
                Report.Failed(notebook.Name, error.Message);
            }
        }
        return chapters;
    }

    async Task<Chapter> RunAsync(FoundNotebook found, CancellationToken cancellation)
    {
        var notebook = NotebookFile.Load(found.Path, found.Name).Notebook;
        var folder = Path.GetDirectoryName(found.Path)!;
        var chapter = new Chapter(found.Name.Replace('\\', '/'), found.Path, notebook, RunInputs.Libraries(notebook, folder));
        var key = RunKey.Of(notebook, folder);
        if (cache.TryApply(key, notebook))
        {
            Report.Unchanged(found.Name);
            return chapter;
        }

        var clock = Stopwatch.StartNew();
        var outcome = await execution.RunAsync(found, notebook, cancellation);
        if (outcome.Failure is { } failure)
        {
            Report.Failed(found.Name, failure);
            return chapter with { Trouble = FailureText.Sentence(failure) };
        }
        cache.Keep(key, notebook);
        Report.Ran(found.Name, outcome, clock.Elapsed);
        return chapter;
    }
}
