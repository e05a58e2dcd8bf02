using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Notebooks.Search;

/// <summary>From files, folders and patterns on the command line to notebooks, each once, in the order asked for.</summary>
/// <param name="outputFolder">Where runs are saved, in full, or null: a search does not look there.</param>
sealed class NotebookSearch(string? outputFolder)
{
    const string Extension = ".ipynb";

    internal List<FoundNotebook> Find(IEnumerable<string> arguments)
    {
        var found = arguments.SelectMany(FindOne).DistinctBy(notebook => notebook.Path).ToList();
        var clash = found.GroupBy(notebook => notebook.OutputName).FirstOrDefault(same => same.Count() > 1);
        if (outputFolder is null || clash is null)
            return found;
        var names = string.Join(" and ", clash.Select(notebook => notebook.Name));
        throw new UsageException($"{names} would all be saved as {clash.Key} in the output folder. Run them one by one.");
    }

    List<FoundNotebook> FindOne(string argument)
    {
        if (File.Exists(argument))
            return IsNotebook(argument)
                ? [OneFile(argument, Path.GetDirectoryName(Path.GetFullPath(argument))!)]
                : throw new UsageException($"{argument} is not a notebook: the name of a notebook ends in {Extension}.");
        if (Directory.Exists(argument))
            return InFolder(argument, argument) is { Count: > 0 } notebooks
                ? notebooks
                : throw new UsageException($"The folder {argument} holds no notebooks (files whose name ends in {Extension}).");
        if (!FilePattern.IsPattern(argument))
            throw new UsageException(MissingPath.About(argument));

        var start = FilePattern.Start(argument);
        var matches = FilePattern.Match(argument)
            .SelectMany(path => Directory.Exists(path) ? InFolder(path, start) : IsNotebook(path) ? [OneFile(path, start)] : [])
            .ToList();
        return matches.Count > 0 ? matches : throw new UsageException($"No notebook matches {argument}.");
    }

    List<FoundNotebook> InFolder(string folder, string start) =>
    [
        .. Below(new DirectoryInfo(folder))
            .Select(file => OneFile(Path.Combine(folder, Path.GetRelativePath(Path.GetFullPath(folder), file.FullName)), start)),
    ];

    /// <param name="path">The notebook.</param>
    /// <param name="start">Where the search for it began: folders below are kept in the output folder.</param>
    static FoundNotebook OneFile(string path, string start)
    {
        var full = Path.GetFullPath(path);
        return new FoundNotebook(full, path, Path.GetRelativePath(Path.GetFullPath(start), full));
    }

    /// <summary>A folder's notebooks, then those of its subfolders. Links to folders may go round in circles, so they are left.</summary>
    IEnumerable<FileInfo> Below(DirectoryInfo folder)
    {
        if (folder.FullName.TrimEnd(Path.DirectorySeparatorChar) == outputFolder)
            return [];
        var files = folder.EnumerateFiles("*", FilePattern.Everything)
            .Where(file => IsNotebook(file.Name) && !FilePattern.IsPassedBy(file.Name)
                && !file.Name.EndsWith(NotebookFile.BesideExtension, StringComparison.OrdinalIgnoreCase));
        var folders = folder.EnumerateDirectories("*", FilePattern.Everything)
            .Where(child => !FilePattern.IsPassedBy(child.Name) && child.LinkTarget is null);
        return files.OrderBy(file => file.Name, StringComparer.Ordinal)
            .Concat(folders.OrderBy(child => child.Name, StringComparer.Ordinal).SelectMany(Below));
    }

    static bool IsNotebook(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
}
