using System.Globalization;
using System.Text;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Check;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using Spectre.Console;

namespace CourseCnn.Lab.Book.Check;

/// <summary>Compares what notebooks show with what they were saved with.</summary>
/// <param name="console">Where to tell it.</param>
/// <param name="reportFile">Where to show differences as a page, in full; written only if there are any.</param>
sealed class CheckJob(LabConsole console, string reportFile) : INotebookJob
{
    static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    readonly List<CheckedNotebook> results = [];

    public async Task RunAsync(FoundNotebook notebook, NotebookExecution execution, CancellationToken cancellation)
    {
        var content = NotebookFile.Load(notebook.Path, notebook.Name).Notebook;
        var check = new NotebookCheck(content);
        var outcome = await execution.RunAsync(notebook, content, cancellation);
        if (outcome.Failure is { } failure)
        {
            console.Error.WriteLine(FailureText.Headline(notebook.Name, failure), Bad);
            foreach (var line in FailureText.Lines(failure))
                console.Error.WriteLine(line);
            results.Add(new CheckedNotebook(notebook.Name, [], FailureText.Sentence(failure)));
            return;
        }

        var changed = check.Compare();
        if (changed.Count == 0)
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{notebook.Name}: {outcome.Cells} {(outcome.Cells == 1 ? "cell" : "cells")} in {outcome.Time.TotalSeconds:0.0} s, as "
                    + $"saved"));
        foreach (var cell in changed)
        {
            console.Error.WriteLine($"{notebook.Name}: {Name(cell)} differs", Bad);
            foreach (var difference in cell.Differences)
                console.Error.WriteLine($"  {difference.What}");
        }
        results.Add(new CheckedNotebook(notebook.Name, changed));
    }

    public void Failed(FoundNotebook notebook, string sentence)
    {
        console.Error.WriteLine(sentence, Bad);
        results.Add(new CheckedNotebook(notebook.Name, [], sentence));
    }

    public void Stopped(FoundNotebook notebook) => console.Error.WriteLine($"{notebook.Name}: stopped", Bad);

    static string Name(CellCheck cell) =>
        string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}") + (cell.Cell.Id is { } id ? $" ({id})" : "");

    /// <summary>Tells what came of all, and writes the page.</summary>
    /// <returns>The exit code.</returns>
    internal int Summary()
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
