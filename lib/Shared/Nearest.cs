namespace CourseCnn.Shared;

/// <summary>Finds what somebody may have meant.</summary>
static class Nearest
{
    /// <summary>The candidate with the fewest letters inserted, deleted or replaced; null where there is none.</summary>
    public static string? To(string word, IEnumerable<string> candidates) => candidates.MinBy(candidate => Distance(word, candidate));

    /// <summary>Levenshtein's distance, upper and lower case alike.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
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
}
