namespace CourseCnn.Session.Running;

/// <summary>Stands in for standard input: a cell that reads asks the one who runs it, line by line.</summary>
sealed class CellReader(TextReader elsewhere) : TextReader
{
    public override int Peek() => CellContext.Current is { } cell ? Line(cell)[0] : elsewhere.Peek();

    public override int Read()
    {
        if (CellContext.Current is not { } cell)
            return elsewhere.Read();
        var line = Line(cell);
        cell.Unread = line[1..];
        return line[0];
    }

    public override string? ReadLine()
    {
        if (CellContext.Current is not { } cell)
            return elsewhere.ReadLine();
        var line = cell.Unread.Length > 0 ? cell.Unread.TrimEnd('\n') : cell.ReadLine();
        cell.Unread = "";
        return line;
    }

    /// <summary>What there is to read letter by letter: the rest of a line, or a new one.</summary>
    static string Line(CellContext cell) => cell.Unread.Length > 0 ? cell.Unread : cell.Unread = cell.ReadLine() + '\n';
}
