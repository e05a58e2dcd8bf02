namespace CourseCnn.Lab.Tests;

/// <summary>The notebooks kept for these tests, as they lie in the repository.</summary>
static class Fixtures
{
    internal static string Repository { get; } = FindRepository(new DirectoryInfo(AppContext.BaseDirectory));

    internal static string Folder { get; } = Path.Combine(Repository, "tests", "CourseCnn.Lab.Tests", "Notebooks", "Fixtures");

    internal static string Notebook(string name) => Path.Combine(Folder, name);

    static string FindRepository(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run inside the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "CourseCnn.sln")) => folder.FullName,
        _ => FindRepository(folder.Parent),
    };
}
