using CourseCnn.Shared;


namespace CourseCnn.Lab.Commands;

/// <summary>What somebody may have meant.</summary>
static class NearestName
{
    /// <summary>The candidate that was probably meant: a few letters off, or begun but not ended. Null if none is near.</summary>
    internal static string? Of(string given, IEnumerable<string> candidates)
    {
        var nearest = candidates.Order(StringComparer.Ordinal).MinBy(candidate => Distance(given, candidate));
        var tolerance = Math.Min(Math.Max(2, given.Length / 3), given.Length - 1);
        return nearest is not null && Distance(given, nearest) <= tolerance ? nearest : null;
    }

    static int Distance(string given, string candidate) =>
        candidate.StartsWith(given, StringComparison.OrdinalIgnoreCase)
            ? Math.Min(1, candidate.Length - given.Length)
            : Nearest.Distance(given, candidate);
}
