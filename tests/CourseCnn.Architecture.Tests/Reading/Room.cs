namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>A folder of a project, such as <c>Figures/Charts</c>. The project's own folder is written <c>.</c>.</summary>
readonly record struct Room(string Path)
{
    public static Room Project { get; } = new(".");

    /// <summary>Whether this is <paramref name="other"/> or lies somewhere within it.</summary>
    public bool IsWithin(Room other) => Path == other.Path || Path.StartsWith(other.Path + "/", StringComparison.Ordinal);

    /// <summary>The folder's first <paramref name="levels"/> names: <c>Figures</c> of <c>Figures/Charts</c>.</summary>
    public Room Outer(int levels) => new(string.Join('/', Path.Split('/').Take(levels)));

    public override string ToString() => Path;
}
