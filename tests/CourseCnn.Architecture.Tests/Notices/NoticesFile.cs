namespace CourseCnn.Architecture.Tests.Notices;

/// <summary>THIRD-PARTY-NOTICES.md, read as its tables and the headings of its licence texts.</summary>
static class NoticesFile
{
    public const string Name = "THIRD-PARTY-NOTICES.md";
    public const string Course = "Packages of the course";
    public const string Tests = "Packages of the tests";
    public const string Benchmarks = "Packages of the benchmarks";
    public const string Programs = "Programs inside packages";
    public const string Own = "Our own";

    /// <summary>The sections with tables of what others have made.</summary>
    public static string[] Others { get; } = [Course, Tests, Benchmarks, Programs, "Fonts", "Scripts and style sheets", "Pictures"];

    /// <summary>The sections whose rows name files, or folders with a slash at their end.</summary>
    public static string[] Files { get; } = ["Fonts", "Scripts and style sheets", "Pictures", Own];

    static readonly Dictionary<string, string[]> sections = Read();

    public static NoticeRow[] Rows(string section) => sections[section]
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new NoticeRow(cells[0].Trim('`'), cells))
        .ToArray();

    public static string[] LicenceTexts { get; } = sections["Licence texts"]
        .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
        .Select(line => line[4..])
        .ToArray();

    static Dictionary<string, string[]> Read() => File.ReadAllText(Repository.PathOf(Name))
        .ReplaceLineEndings("\n")
        .Split("\n## ")
        .Skip(1)
        .Select(section => section.Split('\n'))
        .ToDictionary(lines => lines[0], lines => lines[1..]);
}
