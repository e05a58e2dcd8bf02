using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>Takes notebooks one after the other, each in a session of its own: the one loop behind the commands that run cells.</summary>
sealed class NotebookBatch(LabConsole console, Func<string, ISession> openSession, RunSettings settings)
{
    readonly NotebookExecution execution = new(console, openSession, settings);

    /// <returns>False where the user stopped it before its end.</returns>
    internal async Task<bool> RunAsync(IEnumerable<FoundNotebook> notebooks, INotebookJob job, CancellationToken cancellation)
    {
        foreach (var notebook in notebooks)
        {
            try
            {
                await job.RunAsync(notebook, execution, cancellation);
            }
            catch (NotebookException error)
            {
                job.Failed(notebook, error.Message);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                job.Stopped(notebook);
                return false;
            }
        }
        return true;
    }
}
