namespace CourseCnn.Architecture.Tests.Notices;

/// <summary>Fonts, scripts, pictures, data: files of every kind but those in which the course itself is written.</summary>
static class AssetFiles
{
    static readonly string[] places = ["lib", "tests", "docs", "notebooks", "img"];
    static readonly string[] written = [".cs", ".csproj", ".props", ".targets", ".md", ".ipynb", ".txt", ".py", ".sh", ""];
    static readonly string[] leftByTools = ["bin", "obj", "TestResults", "__pycache__"];

    /// <summary>Paths from the root, with slashes.</summary>
    public static string[] OnDisk { get; } = places
        .SelectMany(place => In(new DirectoryInfo(Repository.PathOf(place))))
        .Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal)
        .ToArray();

    static IEnumerable<FileInfo> In(DirectoryInfo folder) => folder.GetDirectories()
        .Where(inner => !inner.Name.StartsWith('.') && !leftByTools.Contains(inner.Name))
        .SelectMany(In)
        .Concat(folder.GetFiles().Where(IsAsset));

    static bool IsAsset(FileInfo file) => !file.Name.StartsWith('.')
        && !written.Contains(file.Extension)
        && file.Extension != ".user"
        && file.Name != "check-report.html";
}
