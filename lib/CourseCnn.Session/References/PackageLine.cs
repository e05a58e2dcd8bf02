using System.Text.RegularExpressions;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.References;

/// <summary>
/// The lines of a cell that are about packages: <c>#r "nuget: …"</c>, <c>#i "nuget: …"</c>, and those of file-based apps, such as
/// <c>#:package Name@1.0</c>.
/// </summary>
static partial class PackageLine
{
    const string OfApps = "#:";

    /// <summary>Whether code may have such a line; it need not be read closely where not.</summary>
    public static bool MayBeIn(string code) =>
        code.Contains("#r", StringComparison.Ordinal)
        || code.Contains("#i", StringComparison.Ordinal)
        || code.Contains(OfApps, StringComparison.Ordinal);

    /// <summary>Whether a directive is such a line.</summary>
    public static bool Is(string directive) =>
        directive.StartsWith(OfApps, StringComparison.Ordinal) || Quoted().Match(directive).Success;

    /// <summary>The package source that a line adds, as an address or a full path; null where it adds none.</summary>
    /// <exception cref="LearnerException">There is no such folder.</exception>
    public static string? Source(string directive, int line, string workingFolder)
    {
        if (Quoted().Match(directive) is not { Success: true } match || match.Groups["letter"].Value != "i")
            return null;
        var source = match.Groups["text"].Value["nuget:".Length..].Trim();
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile)
            return source;
        var folder = Path.GetFullPath(Path.Combine(workingFolder, address?.LocalPath ?? source));
        return Directory.Exists(folder) ? folder : throw new LearnerException(
            $"There is no folder {source} to take packages from: write an address, #i \"nuget:https://…\", "
            + "or a folder's path, which starts at the notebook's folder.", line);
    }

    /// <summary>The package that a line asks for; null where it asks for none.</summary>
    /// <exception cref="LearnerException">It is not well formed, or for file-based apps alone.</exception>
    public static PackageName? Package(string directive, int line)
    {
        if (Quoted().Match(directive) is { Success: true } quoted)
            return PackageName.Parse(quoted.Groups["text"].Value, line);
        if (OfApp().Match(directive) is { Success: true } app)
            return new PackageName(app.Groups["id"].Value, app.Groups["version"] is { Success: true } version ? version.Value : "*", line);
        throw new LearnerException(
            directive.StartsWith("#:project", StringComparison.Ordinal)
                ? "#:project is for file-based apps: in a notebook, build the project and write #r \"path/to/its.dll\"."
                : directive.StartsWith("#:package", StringComparison.Ordinal)
                    ? $"{directive} does not name a package: write #:package Name@1.0, or #r \"nuget: Name, 1.0\"."
                    : $"{directive.Split(' ')[0]} is for file-based apps and means nothing in a notebook: leave the line away.", line);
    }

    [GeneratedRegex("""^#\s*(?<letter>[ri])\s+"(?<text>nuget:[^"]*)"\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^#:package\s+(?<id>[A-Za-z0-9_.\-]+)\s*(@\s*(?<version>[A-Za-z0-9.*+\-]+))?\s*$")]
    private static partial Regex OfApp();
}
