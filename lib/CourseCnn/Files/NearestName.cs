namespace CourseCnn;

/// <summary>Finds what someone who mistyped a name may have meant.</summary>
static class NearestName
{
    /// <summary>The name that is the fewest typing errors away; null when each would take changing more than half of the letters.</summary>
    internal static string? Find(string given, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(given.Length, candidate.Name.Length) / 2)
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .FirstOrDefault().Name;

    /// <summary>How many letters must be added, left out, or replaced to make one name the other (Levenshtein's distance).</summary>
    internal static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
