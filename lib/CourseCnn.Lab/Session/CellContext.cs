namespace CourseCnn.Lab.Session;

/// <summary>
/// The cell that the running code belongs to. It flows with the code into tasks and threads,
/// so that what they write after their cell has ended still finds its own place.
/// </summary>
sealed class CellContext(ICellOutput output, ICellInput? input = null, CancellationToken cancellation = default)
{
    static readonly AsyncLocal<CellContext?> current = new();
    static volatile CellContext? latest;

    /// <summary>The context of the code that asks, or null outside of any cell.</summary>
    public static CellContext? Current
    {
        get => current.Value;
        set
        {
            current.Value = value;
            latest = value ?? latest;
        }
    }

    /// <summary>The cell that began last, or null before the first.</summary>
    public static CellContext? Latest => latest;

    public ICellOutput Output { get; } = output;

    /// <summary>What is left of an answer that the cell reads letter by letter. It ends with the cell: the next one asks anew.</summary>
    public string Unread { get; set; } = "";

    /// <summary>Asks whoever runs the cell.</summary>
    /// <exception cref="InvalidOperationException">Nobody is there.</exception>
    public string ReadLine(string? prompt = null, bool secret = false) => input is not null
        ? input.ReadLine(prompt, secret, cancellation)
        : throw new InvalidOperationException(
            "This cell asks for input, but the notebook runs by itself and nobody is there to answer: give the value in the code instead.");
}
