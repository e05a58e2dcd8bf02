using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Search;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>Runs notebooks and saves what their cells show.</summary>
/// <param name="report">Told what comes of each.</param>
/// <param name="outputFolder">Where to save, in full, or null for the files they came from.</param>
sealed class RunJob(RunReport report, string? outputFolder) : INotebookJob
{
    public async Task RunAsync(FoundNotebook notebook, NotebookExecution execution, CancellationToken cancellation)
    {
        var file = NotebookFile.Load(notebook.Path, notebook.Name);
        var destination = outputFolder is null ? null : Path.Combine(outputFolder, notebook.OutputName);
        file.CheckCanBeSaved(destination);

        var outcome = await execution.RunAsync(notebook, file.Notebook, cancellation);
        if (outcome.Failure is { } failure)
            report.Failed(notebook.Name, failure);
        else
            report.Ran(notebook.Name, outcome, saved: file.Save(destination));
    }

    public void Failed(FoundNotebook notebook, string sentence) => report.Failed(notebook.Name, sentence);

    public void Stopped(FoundNotebook notebook) => report.Stopped(notebook.Name);
}
