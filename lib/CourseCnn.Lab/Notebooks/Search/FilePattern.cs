using System.IO.Enumeration;

namespace CourseCnn.Lab.Notebooks.Search;

/// <summary>Patterns that the shell left to us: <c>*</c> and <c>?</c> within a name, <c>**</c> for folders at any depth.</summary>
static class FilePattern
{
    static readonly string[] BuildOutput = ["bin", "obj", "node_modules"];
    static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>True for what a search passes by unless it is named: hidden files and folders, Jupyter's backups, build output.</summary>
    internal static bool IsPassedBy(string name) => name.StartsWith('.') || BuildOutput.Contains(name);

    /// <summary>A search decides itself what to pass by, the same on every system.</summary>
    internal static EnumerationOptions Everything { get; } = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    internal static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The folder that all matches lie in: what stands before the first part with a pattern.</summary>
    internal static string Start(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        return Path.Combine([root.Length == 0 ? "." : root, .. Parts(pattern, root).TakeWhile(part => !IsPattern(part))]);
    }

    /// <summary>The files and folders that match, sorted.</summary>
    internal static IEnumerable<string> Match(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        IEnumerable<string> matches = [root];
        foreach (var part in Parts(pattern, root))
            matches = matches.SelectMany(folder => Step(folder, part));
        return matches.Where(path => Path.Exists(path)).Distinct().Order(StringComparer.Ordinal);
    }

    static string[] Parts(string pattern, string root) =>
        pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> Step(string folder, string part)
    {
        if (part == "**")
            return Folders(folder).SelectMany(child => Step(child, part)).Prepend(folder);
        if (!IsPattern(part))
            return [Path.Combine(folder, part)];
        return Names(folder, part);
    }

    static IEnumerable<string> Folders(string folder) =>
        Names(folder, "*").Where(path => new DirectoryInfo(path) is { Exists: true, LinkTarget: null });

    static IEnumerable<string> Names(string folder, string part)
    {
        var place = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        if (!place.Exists)
            return [];
        return place.EnumerateFileSystemInfos("*", Everything)
            .Select(entry => entry.Name)
            .Where(name => !IsPassedBy(name) || part.StartsWith('.'))
            .Where(name => FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: OperatingSystem.IsWindows()))
            .Select(name => Path.Combine(folder, name));
    }
}
