using System.Globalization;
using System.Text;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>
/// Text as a terminal would end up showing it: a carriage return goes back to the start of the line, what follows overwrites it,
/// and a backspace takes a character back. So a progress line leaves its last state in the notebook, not every step.
/// </summary>
sealed class TerminalText
{
    /// <summary>What a notebook keeps of one stream: a cell that prints in an endless loop shall not fill the disk.</summary>
    internal const int Limit = 1_000_000;

    readonly StringBuilder text = new();
    bool full;

    internal void Append(string more)
    {
        if (full)
            return;
        text.Append(more);
        if (text.Length <= Limit)
            return;

        var shown = Resolve(text.ToString());
        full = shown.Length > Limit;
        text.Clear().Append(full ? Cut(shown) : shown);
    }

    public override string ToString() => Resolve(text.ToString()).TrimEnd('\r');

    static string Cut(string shown)
    {
        var end = char.IsHighSurrogate(shown[Limit - 1]) ? Limit - 1 : Limit;
        return string.Create(CultureInfo.InvariantCulture,
            $"{shown.AsSpan(0, end)}\n… cut here: the cell wrote more than {Limit:N0} characters.\n");
    }

    static string Resolve(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\b') < 0)
            return text;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = Overwrite(TakeBack(lines[i]));
        return string.Join('\n', lines);
    }

    static string TakeBack(string line)
    {
        if (!line.Contains('\b'))
            return line;
        var kept = new StringBuilder();
        foreach (var c in line)
        {
            if (c != '\b')
                kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != '\r')
                kept.Length--;
        }
        return kept.ToString();
    }

    static string Overwrite(string line)
    {
        if (!line.Contains('\r'))
            return line;
        var shown = "";
        foreach (var next in line.Split('\r', StringSplitOptions.RemoveEmptyEntries))
        {
            // Colours take no room: they are left out where only a part of the line is covered.
            var covered = TerminalEscapes.Remove(next).Length;
            var below = TerminalEscapes.Remove(shown);
            shown = covered >= below.Length || next.Contains(TerminalEscapes.EraseLine) ? next : next + below[covered..];
        }
        return line.EndsWith('\r') ? shown + '\r' : shown; // What comes next overwrites this line.
    }
}
