using System.Text.RegularExpressions;

namespace CourseCnn.Lab.Jupyter.History;

/// <summary>The cells of this kernel, and of those before it and beside it as far as their file has them.</summary>
sealed class HistoryLog(HistoryFile? file)
{
    /// <summary>A cell larger than this is not kept for later sessions: it would push all others out.</summary>
    const int MostCharacters = 100_000;

    readonly Lock gate = new();
    readonly List<HistoryEntry> own = [];
    int? session;
    int written;
    Task writing = Task.CompletedTask;

    /// <summary>The log that lives on between sessions, in the user's data folder.</summary>
    public static HistoryLog OfUser()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(data.Length == 0 ? null : new HistoryFile(Path.Combine(data, "CourseCnn", "history.jsonl")));
    }

    /// <summary>Notes a cell. It is written to the file a little later, on another thread.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (gate)
        {
            own.Add(new(session ?? 0, line, input, output));
            if (file is not null)
                writing = writing.ContinueWith(_ => Write(), TaskScheduler.Default);
        }
    }

    /// <summary>Ends when what was noted is in the file.</summary>
    public Task FlushAsync()
    {
        lock (gate)
            return writing;
    }

    /// <summary>The last <paramref name="count"/> cells.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>The cells of one session; 0 is this one, -1 the one before.</summary>
    /// <param name="session">The session.</param>
    /// <param name="start">The first cell's number.</param>
    /// <param name="stop">The number after the last cell's; null for all.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop)
    {
        var all = All();
        var current = Current(all);
        var wanted = session > 0 ? session : current + session;
        return [.. all.Where(entry => entry.Session == wanted && entry.Line >= start && (stop is null || entry.Line < stop))];
    }

    /// <summary>The cells that fit a pattern, in which <c>*</c> is any text and <c>?</c> any letter.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="count">How many, the latest; null for all.</param>
    /// <param name="unique">Whether the same code is told once only.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        var regex = new Regex(
            "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
            RegexOptions.Singleline | RegexOptions.NonBacktracking);
        var found = All().Where(entry => regex.IsMatch(entry.Input));
        if (unique)
            found = found.Reverse().DistinctBy(entry => entry.Input).Reverse();
        return [.. found.TakeLast(count ?? int.MaxValue)];
    }

    List<HistoryEntry> All()
    {
        var kept = file?.Read() ?? [];
        lock (gate)
        {
            var number = Current(kept);
            return [.. kept.Where(entry => entry.Session != number), .. own.Select(entry => entry with { Session = number })];
        }
    }

    /// <summary>This session's number: given when its first cell is written.</summary>
    int Current(IReadOnlyList<HistoryEntry> kept) => session ?? kept.Select(entry => entry.Session).DefaultIfEmpty(0).Max() + 1;

    void Write() => file!.Update(kept =>
    {
        lock (gate)
        {
            session ??= Current(kept);
            var news = own.Skip(written).Where(entry => entry.Input.Length <= MostCharacters)
                .Select(entry => entry with { Session = session.Value });
            written = own.Count;
            return [.. kept, .. news];
        }
    });
}
