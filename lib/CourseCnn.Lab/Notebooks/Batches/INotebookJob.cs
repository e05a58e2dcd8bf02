using CourseCnn.Lab.Notebooks.Search;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>What a <see cref="NotebookBatch"/> does with each notebook, and what it says of it.</summary>
interface INotebookJob
{
    /// <exception cref="NotebookException">The notebook cannot be read or saved; the next one takes its turn.</exception>
    Task RunAsync(FoundNotebook notebook, NotebookExecution execution, CancellationToken cancellation);

    /// <param name="notebook">The notebook.</param>
    /// <param name="sentence">Why it could not be read or saved.</param>
    void Failed(FoundNotebook notebook, string sentence);

    /// <summary>The user has stopped the batch at this notebook.</summary>
    void Stopped(FoundNotebook notebook);
}
