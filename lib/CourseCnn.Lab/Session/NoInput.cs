namespace CourseCnn.Lab.Session;

/// <summary>Standard input as a cell sees it where nobody sits at the keyboard.</summary>
sealed class NoInput(TextReader elsewhere) : TextReader
{
    public override int Peek() => Source().Peek();

    public override int Read() => Source().Read();

    public override string? ReadLine() => Source().ReadLine();

    TextReader Source() => CellContext.Current is null
        ? elsewhere
        : throw new InvalidOperationException(
            "This cell asks for input, but the notebook runs by itself and nobody is there to answer: give the value in the code instead.");
}
