namespace CourseCnn.Session.Tests;

/// <summary>Where the repository lies whose tests run.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "CourseCnn.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository."));
}
