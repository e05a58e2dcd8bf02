using System.Text.RegularExpressions;
using CourseCnn.Lab.Notebooks;

namespace CourseCnn.Lab.Book.Runs;

/// <summary>
/// The files that decide what a notebook shows: those its cells and its text name, and the data that lies beside it. Found by reading, not
/// by running, so a file whose name a cell computes counts only where it lies in a folder <c>data</c> or <c>img</c>.
/// </summary>
static partial class RunInputs
{
    static readonly string[] dataFolders = ["data", "img", "../data", "../img"];

    /// <summary>Full paths, each once, sorted.</summary>
    internal static IReadOnlyList<string> Of(Notebook notebook, string folder)
    {
        var named = notebook.Cells.SelectMany(cell => Names(cell.Source)).Distinct().SelectMany(name => At(folder, name));
        var data = dataFolders.Select(name => Path.Combine(folder, name)).SelectMany(FilesBelow);
        return [.. named.Concat(data).Select(Path.GetFullPath).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The folders of the libraries that a notebook loads with <c>#r</c>.</summary>
    internal static IReadOnlyList<string> Libraries(Notebook notebook, string folder) =>
    [
        .. notebook.Cells.Where(cell => cell.IsCode)
            .SelectMany(cell => Names(cell.Source))
            .Where(name => IsLibrary(name) && IsPath(name))
            .Select(name => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, name)))!)
            .Where(Directory.Exists)
            .Distinct(),
    ];

    static IEnumerable<string> Names(string source) => Quoted.Matches(source).Select(match => match.Groups[1].Value);

    static IEnumerable<string> At(string folder, string name)
    {
        if (!IsPath(name))
            return [];
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(path))
            return [];
        // A library stands on those beside it.
        return IsLibrary(name) ? Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll") : [path];
    }

    static bool IsLibrary(string name) => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    static bool IsPath(string name) => name.Length is > 0 and < 500 && name.AsSpan().IndexOfAny("\0<>|*?\"") < 0;

    static IEnumerable<string> FilesBelow(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            : [];

    /// <summary>What stands in quotes or in Markdown's brackets.</summary>
    [GeneratedRegex("""["(]([^"()\r\n]+)[")]""")]
    private static partial Regex Quoted { get; }
}
