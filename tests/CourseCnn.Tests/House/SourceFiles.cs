using CourseCnn.Tests.Data;

namespace CourseCnn.Tests.House;

/// <summary>The C# files of this repository, each by its path from the top, written with slashes.</summary>
static class SourceFiles
{
    static readonly string root = Path.GetDirectoryName(TestFiles.Notebooks)!;

    internal static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    internal static string Read(string file) => File.ReadAllText(Path.Combine(root, file));
}
