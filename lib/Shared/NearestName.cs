namespace CourseCnn.Shared;

/// <summary>Finds what somebody who mistyped a name may have meant.</summary>
static class NearestName
{
    /// <summary>
    /// The candidate that was probably meant: a few letters off, or begun but not ended; upper and lower case are alike.
    /// Null if none is near.
    /// </summary>
    public static string? Of(string given, IEnumerable<string> candidates)
    {
        var nearest = candidates.Order(StringComparer.Ordinal).MinBy(candidate => Effort(given, candidate));
        var tolerance = Math.Min(Math.Max(2, given.Length / 3), given.Length - 1);
        return nearest is not null && Effort(given, nearest) <= tolerance ? nearest : null;
    }

    /// <summary>How many letters must be inserted, deleted or replaced to make one name the other: Levenshtein's distance.</summary>
    public static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }

    static int Effort(string given, string candidate) =>
        given.Length > 0 && candidate.StartsWith(given, StringComparison.OrdinalIgnoreCase)
            ? Math.Min(1, candidate.Length - given.Length)
            : Distance(given, candidate);
}
