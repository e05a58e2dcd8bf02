using System.Diagnostics;
using System.Globalization;
using System.Text;
using CourseCnn.Lab.Book;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session.Contract;
using Spectre.Console;

namespace CourseCnn.Lab.Commands;

/// <summary>Runs notebooks one after the other and compares what they show with what they were saved with.</summary>
sealed class CheckBatch(LabConsole console, Func<string, ISession> openSession, RunSettings settings, string reportFile)
{
    static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    readonly NotebookExecution execution = new(console, openSession, settings);
    readonly List<CheckedNotebook> results = [];

    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IEnumerable<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        foreach (var notebook in notebooks)
        {
            using var exit = new ExitWatch(() => console.Error.WriteLine($"{notebook.Name}: {execution.Cell} ended the whole program (Environment.Exit)", Bad), cancellation);
            try
            {
                results.Add(await CheckAsync(notebook, cancellation));
            }
            catch (NotebookException error)
            {
                console.Error.WriteLine(error.Message, Bad);
                results.Add(new CheckedNotebook(notebook.Name, [], error.Message));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                console.Error.WriteLine($"{notebook.Name}: stopped", Bad);
                return ExitCode.Stopped;
            }
        }
        return Summarise();
    }

    async Task<CheckedNotebook> CheckAsync(FoundNotebook found, CancellationToken cancellation)
    {
        var notebook = NotebookFile.Load(found.Path, found.Name).Notebook;
        var check = new NotebookCheck(notebook);
        var clock = Stopwatch.StartNew();
        var outcome = await execution.RunAsync(found, notebook, cancellation);
        if (outcome.Failure is { } failure)
        {
            console.Error.WriteLine(FailureText.Headline(found.Name, failure), Bad);
            foreach (var line in FailureText.Lines(failure))
                console.Error.WriteLine(line);
            return new CheckedNotebook(found.Name, [], FailureText.Sentence(failure));
        }

        var changed = check.Compare();
        if (changed.Count == 0)
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{found.Name}: {outcome.Cells} cells in {clock.Elapsed.TotalSeconds:0.0} s, as saved"));
        foreach (var cell in changed)
        {
            console.Error.WriteLine($"{found.Name}: {Name(cell)} differs", Bad);
            foreach (var difference in cell.Differences)
                console.Error.WriteLine($"  {difference.What}");
        }
        return new CheckedNotebook(found.Name, changed);
    }

    static string Name(CellCheck cell) =>
        string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}") + (cell.Cell.Id is { } id ? $" ({id})" : "");

    int Summarise()
    {
        var changed = results.Where(result => result.Cells.Count > 0).ToList();
        var failed = results.Where(result => result.Trouble is not null).ToList();
        if (changed.Count + failed.Count == 0)
        {
            console.Out.WriteLine(results.Count == 1
                ? "The notebook shows what it was saved with."
                : string.Create(CultureInfo.InvariantCulture, $"All {results.Count} notebooks show what they were saved with."));
            return ExitCode.Ok;
        }

        Tell(failed, "could not be run");
        Tell(changed, "changed");
        try
        {
            AtomicFile.Write(reportFile, Encoding.UTF8.GetBytes(CheckPage.Write(results)));
            console.Error.WriteLine(
                $"See {reportFile}{(changed.Count > 0 ? "; where the new outputs are right, save them with the command run" : "")}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{reportFile} cannot be written: {error.Message}");
        }
        return ExitCode.NotebookFailed;
    }

    void Tell(List<CheckedNotebook> some, string what)
    {
        if (some.Count > 0)
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{some.Count} of {results.Count} {(results.Count == 1 ? "notebook" : "notebooks")} {what}: ")
                + string.Join(", ", some.Select(result => result.Name)));
    }
}
