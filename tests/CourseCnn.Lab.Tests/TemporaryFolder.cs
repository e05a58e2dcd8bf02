namespace CourseCnn.Lab.Tests;

/// <summary>A folder of its own for a test, with a space in its name as learners' folders have.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("coursecnn-").FullName;

    internal TemporaryFolder() => FullName = Directory.CreateDirectory(Path.Combine(root, "my notebooks")).FullName;

    internal string FullName { get; }

    internal string PathOf(string name) => Path.Combine(FullName, name);

    /// <summary>A copy of a notebook kept for tests.</summary>
    internal string Copy(string fixture, string? name = null)
    {
        var path = PathOf(name ?? fixture);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Fixtures.Notebook(fixture), path);
        return path;
    }

    internal string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
