namespace CourseCnn.Lab.Session;

/// <summary>
/// The cell that the running code belongs to. It flows with the code into tasks and threads,
/// so that what they write after their cell has ended still finds its own place.
/// </summary>
sealed class CellContext(ICellOutput output)
{
    static readonly AsyncLocal<CellContext?> current = new();

    /// <summary>The context of the code that asks, or null outside of any cell.</summary>
    public static CellContext? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    public ICellOutput Output { get; } = output;
}
