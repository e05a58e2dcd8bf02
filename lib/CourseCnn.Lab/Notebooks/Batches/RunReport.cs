using System.Globalization;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Terminal;
using Spectre.Console;

namespace CourseCnn.Lab.Notebooks.Batches;

/// <summary>What a run says: a line for each notebook as it ends, what went wrong, and how many did.</summary>
sealed class RunReport(LabConsole console)
{
    static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    readonly List<string> failed = [];
    int notebooks;
    int unchanged;

    /// <param name="notebook">The notebook.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="saved">Whether its file changed, or null where none was to be written.</param>
    internal void Ran(string notebook, RunOutcome outcome, bool? saved = null)
    {
        notebooks++;
        var errors = outcome.Tolerated > 0 ? string.Create(CultureInfo.InvariantCulture, $", {outcome.Tolerated} failed") : "";
        var file = saved switch { true => ", saved", false => ", nothing changed", null => "" };
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{notebook}: {Count(outcome.Cells, "cell")} in {outcome.Time.TotalSeconds:0.0} s{errors}{file}"));
    }

    internal void Unchanged(string notebook)
    {
        notebooks++;
        unchanged++;
        console.Out.WriteLine($"{notebook}: as in its last run");
    }

    internal void Failed(string notebook, CellFailure failure)
    {
        Fail(notebook, FailureText.Headline(notebook, failure));
        foreach (var line in FailureText.Lines(failure))
            console.Error.WriteLine(line);
    }

    /// <param name="notebook">The notebook.</param>
    /// <param name="sentence">Why it could not be run or saved.</param>
    internal void Failed(string notebook, string sentence) => Fail(notebook, sentence);

    internal void Stopped(string notebook) => console.Error.WriteLine($"{notebook}: stopped, and left as it was", Bad);

    /// <returns>The exit code.</returns>
    internal int Summary()
    {
        if (failed.Count > 0)
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{failed.Count} of {Count(notebooks, "notebook")} failed: {string.Join(", ", failed)}"));
        else if (notebooks > 1)
            console.Out.WriteLine($"All {Count(notebooks, "notebook")} {(unchanged > 0 ? "are up to date" : "ran")}.");
        return failed.Count > 0 ? ExitCode.NotebookFailed : ExitCode.Ok;
    }

    void Fail(string notebook, string headline)
    {
        notebooks++;
        failed.Add(notebook);
        console.Error.WriteLine(headline, Bad);
    }

    static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
