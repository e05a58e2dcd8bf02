using System.Collections.Concurrent;
using System.Globalization;

namespace CourseCnn.Lab.Session;

/// <summary>The cells a session has run, so that an error in a function of an earlier cell can show its line.</summary>
sealed class CellSources(string workingFolder)
{
    readonly ConcurrentDictionary<string, CellSource> cells = new();

    /// <param name="code">The cell's text.</param>
    /// <param name="name">What to call it; its number where nothing is given.</param>
    public CellSource Add(string code, string? name = null)
    {
        var counted = $"cell {(cells.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        var cell = new CellSource(name ?? counted, Path.Combine(workingFolder, counted), code);
        return cells[cell.Path] = cell;
    }

    /// <summary>The cell of that path, or null: code from a library, say.</summary>
    public CellSource? Find(string? path) => path is not null && cells.TryGetValue(path, out var cell) ? cell : null;
}
