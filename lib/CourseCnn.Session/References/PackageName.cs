using System.Text.RegularExpressions;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.References;

/// <summary>A package as a cell asks for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version or version range; <c>*</c> for the newest release.</param>
/// <param name="Line">The cell's line that asks, from 1.</param>
sealed partial record PackageName(string Id, string Version, int Line)
{
    /// <summary>Reads <c>nuget: Name, Version</c>; the version may be left out.</summary>
    public static PackageName Parse(string reference, int line)
    {
        var match = Form().Match(reference);
        if (!match.Success)
            throw new LearnerException(
                $"#r \"{reference}\" does not name a package: write #r \"nuget: Name, Version\", "
                + "for example #r \"nuget: MathNet.Numerics, 5.0.0\".", line);
        return new(match.Groups["id"].Value, match.Groups["version"] is { Success: true } version ? version.Value : "*", line);
    }

    [GeneratedRegex(@"^nuget:\s*(?<id>[A-Za-z0-9_.\-]+)\s*(,\s*(?<version>[A-Za-z0-9.*+\-\[\](), ]+?))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
