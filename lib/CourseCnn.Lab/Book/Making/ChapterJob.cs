using CourseCnn.Lab.Book.Pages;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Search;

namespace CourseCnn.Lab.Book.Making;

/// <summary>
/// Notebooks as a book's chapters, with live outputs: from a run now, or from an earlier one of the same cells, libraries and data. One
/// that fails keeps the outputs it was saved with; one that cannot be read is left out.
/// </summary>
sealed class ChapterJob(RunReport report, RunCache cache) : INotebookJob
{
    readonly List<Chapter> chapters = [];

    internal IReadOnlyList<Chapter> Chapters => chapters;

    public async Task RunAsync(FoundNotebook notebook, NotebookExecution execution, CancellationToken cancellation)
    {
        var content = NotebookFile.Load(notebook.Path, notebook.Name).Notebook;
        var folder = Path.GetDirectoryName(notebook.Path)!;
        var chapter = new Chapter(notebook.Name.Replace('\\', '/'), notebook.Path, content, RunInputs.Libraries(content, folder));
        var key = RunKey.Of(content, folder);
        if (cache.TryApply(key, content))
        {
            report.Unchanged(notebook.Name);
            chapters.Add(chapter);
            return;
        }

        var outcome = await execution.RunAsync(notebook, content, cancellation);
        if (outcome.Failure is { } failure)
        {
            report.Failed(notebook.Name, failure);
            chapters.Add(chapter with { Trouble = FailureText.Sentence(failure) });
            return;
        }
        cache.Keep(key, content);
        report.Ran(notebook.Name, outcome);
        chapters.Add(chapter);
    }

    public void Failed(FoundNotebook notebook, string sentence) => report.Failed(notebook.Name, sentence);

    /// <summary>Told once for the whole book: no page is written.</summary>
    public void Stopped(FoundNotebook notebook)
    {
    }
}
