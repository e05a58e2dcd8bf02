using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Jupyter.History;

/// <summary>
/// The latest cells of all kernels of this user, one JSON array a line, oldest first. It is replaced as a whole, under a lock file,
/// so that two kernels neither tear it nor forget each other's cells; it never grows beyond a size that is read in no time.
/// </summary>
sealed class HistoryFile(string path)
{
    const int MostEntries = 1_000;
    const int MostCharacters = 1_000_000;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    /// <summary>The cells kept; none where the file is missing or broken.</summary>
    public IReadOnlyList<HistoryEntry> Read()
    {
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<HistoryEntry>()] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>
    /// Changes what is kept, given what is there. False if that was not possible: history is a comfort, no reason to fail.
    /// </summary>
    public bool Update(Func<IReadOnlyList<HistoryEntry>, IEnumerable<HistoryEntry>> change)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var hold = Hold();
            if (hold is null)
                return false;
            var lines = Latest([.. change(Read())]).Select(entry => Line(entry) + "\n");
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(lines)));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The lock file, for this process alone; null if another does not let it go.</summary>
    FileStream? Hold()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < patience)
            {
                Thread.Sleep(10);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    static IEnumerable<HistoryEntry> Latest(List<HistoryEntry> entries)
    {
        var characters = 0L;
        var start = entries.Count;
        while (start > 0 && entries.Count - start < MostEntries && (characters += Size(entries[start - 1])) <= MostCharacters)
            start--;
        return entries.Skip(start);
    }

    static int Size(HistoryEntry entry) => entry.Input.Length + (entry.Output?.Length ?? 0);

    static string Line(HistoryEntry entry) => new JsonArray(entry.Session, entry.Line, entry.Input, entry.Output).ToJsonString();

    static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonArray { Count: 4 } parts
                ? new((int)parts[0]!, (int)parts[1]!, (string)parts[2]!, (string?)parts[3])
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
