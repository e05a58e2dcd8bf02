using System.Collections.Concurrent;
using System.Globalization;

namespace CourseCnn.Session.Compiling;

/// <summary>The cells a session has run, so that an error in a function of an earlier cell can show its line.</summary>
sealed class CellSources(string workingFolder)
{
    readonly ConcurrentDictionary<string, CellSource> cells = new(), files = new();

    /// <param name="code">The cell's text.</param>
    /// <param name="name">What to call it; its number where nothing is given.</param>
    public CellSource Add(string code, string? name = null)
    {
        var cell = Numbered(cells.Count + 1, code, name);
        return cells[cell.Path] = cell;
    }

    /// <summary>Cells as they will be called if they are the next to be added.</summary>
    public IEnumerable<CellSource> Preview(IEnumerable<string> codes) => codes.Select((code, i) => Numbered(cells.Count + 1 + i, code));

    /// <summary>Adds a file that a cell loads, in the place of what it was when it was last loaded.</summary>
    public void AddFile(CellSource file) => files[file.Path] = file;

    /// <summary>The cell or loaded file of that path, or null: code from a library, say.</summary>
    public CellSource? Find(string? path) =>
        path is not null && (cells.TryGetValue(path, out var found) || files.TryGetValue(path, out found)) ? found : null;

    CellSource Numbered(int number, string code, string? name = null)
    {
        var counted = $"cell {number.ToString(CultureInfo.InvariantCulture)}";
        return new CellSource(name ?? counted, Path.Combine(workingFolder, counted), code);
    }
}
