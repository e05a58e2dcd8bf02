namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>
/// Which room a source file lies in. Namespaces do not tell: whatever a cell uses is in <c>CourseCnn</c>, from every folder.
/// </summary>
sealed class SourceTree(string project)
{
    /// <summary>Sources that several projects compile count as a room of each.</summary>
    static readonly Room shared = new("Shared");

    readonly Dictionary<string, Room[]> roomsByName = Directory
        .EnumerateFiles(Repository.PathOf("lib/" + project), "*.cs", SearchOption.AllDirectories)
        .Select(file => file.Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .GroupBy(file => Path.GetFileNameWithoutExtension(file))
        .ToDictionary(files => files.Key, files => files.Select(file => RoomOf(file, project)!.Value).Distinct().ToArray());

    /// <summary>The room of a file as the compiler has recorded it; null for what the build itself has written.</summary>
    public Room? RoomOfFile(string document) => RoomOf(document.Replace('\\', '/'), project);

    /// <summary>The room of the only file that bears a type's name; null where there is none, or several.</summary>
    public Room? RoomOfName(string type) => roomsByName.GetValueOrDefault(type) is [var room] ? room : null;

    static Room? RoomOf(string file, string project)
    {
        if (file.Contains("/obj/", StringComparison.Ordinal))
            return null;
        if (file.Contains("/lib/Shared/", StringComparison.Ordinal))
            return shared;
        var start = $"/lib/{project}/";
        var at = file.LastIndexOf(start, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var folder = Path.GetDirectoryName(file[(at + start.Length)..])!.Replace('\\', '/');
        return folder == "" ? Room.Project : new Room(folder);
    }
}
