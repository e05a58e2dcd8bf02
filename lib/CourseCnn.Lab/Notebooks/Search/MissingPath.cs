namespace CourseCnn.Lab.Notebooks.Search;

/// <summary>What to tell someone who named a file that is not there.</summary>
static class MissingPath
{
    internal static string About(string path) =>
        Nearest(path) is { } near
            ? $"There is no file or folder {path}. Did you mean {near}?"
            : $"There is no file or folder {path} (looked from {Directory.GetCurrentDirectory()}).";

    /// <summary>Follows the path as far as it exists and mends the first name that does not.</summary>
    static string? Nearest(string path)
    {
        var reached = Path.GetPathRoot(path) ?? "";
        var names = path[reached.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        for (var i = 0; i < names.Length; i++)
        {
            var next = Path.Combine(reached, names[i]);
            if (Path.Exists(next))
            {
                reached = next;
                continue;
            }
            if (!Directory.Exists(reached.Length == 0 ? "." : reached))
                return null;

            var folder = new DirectoryInfo(reached.Length == 0 ? "." : reached);
            var isLast = i == names.Length - 1;
            var candidates = folder.EnumerateFileSystemInfos()
                .Where(entry => entry is DirectoryInfo || (isLast && entry.Extension == ".ipynb"))
                .Select(entry => entry.Name)
                .Where(name => !name.StartsWith('.'));
            if (NearestName.Of(names[i], candidates) is not { } near)
                return null;
            var mended = Path.Combine([reached, near, .. names[(i + 1)..]]);
            return Path.Exists(mended) ? mended : Path.Combine(reached, near);
        }
        return null;
    }
}
