namespace CourseCnn.Lab.Session;

/// <summary>Stands in for standard input: a cell that reads asks whoever runs it, line by line.</summary>
sealed class CellReader(TextReader elsewhere) : TextReader
{
    /// <summary>What is left of a line that was read letter by letter.</summary>
    string rest = "";

    public override int Peek() => CellContext.Current is null ? elsewhere.Peek() : Rest()[0];

    public override int Read()
    {
        if (CellContext.Current is null)
            return elsewhere.Read();
        var letter = Rest()[0];
        rest = rest[1..];
        return letter;
    }

    public override string? ReadLine()
    {
        if (CellContext.Current is not { } cell)
            return elsewhere.ReadLine();
        var line = rest.Length > 0 ? rest.TrimEnd('\n') : cell.ReadLine();
        rest = "";
        return line;
    }

    string Rest() => rest.Length > 0 ? rest : rest = CellContext.Current!.ReadLine() + '\n';
}
