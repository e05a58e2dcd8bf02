namespace CourseCnn.Architecture.Tests;

/// <summary>The repository whose tests run.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The file or folder with this path, which is written with slashes and starts at the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    static string Find(string folder) => File.Exists(Path.Combine(folder, "CourseCnn.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository."));
}
