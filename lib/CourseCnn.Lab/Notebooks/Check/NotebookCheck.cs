using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>Compares what a notebook's cells show with what they showed when it was saved.</summary>
public sealed class NotebookCheck
{
    readonly IReadOnlyList<(NotebookCell Cell, List<JsonObject> Saved)> cells;

    /// <summary>Remembers the saved outputs; make it before the notebook is run.</summary>
    public NotebookCheck(Notebook notebook) =>
        cells = [.. notebook.Cells.Where(cell => cell.IsCode).Select(cell => (cell, cell.Outputs.ToList()))];

    /// <summary>The cells that now show something else, in order.</summary>
    public IReadOnlyList<CellCheck> Compare()
    {
        var found = new List<CellCheck>();
        var number = 0;
        foreach (var (cell, saved) in cells)
        {
            if (!cell.Tags.Contains("skip-execution") && !string.IsNullOrWhiteSpace(cell.Source))
                number++;
            var differences = OutputComparison.Compare(saved, [.. cell.Outputs], cell.Tags.Contains("varies"));
            if (differences.Count > 0)
                found.Add(new CellCheck(number, cell, differences));
        }
        return found;
    }
}
