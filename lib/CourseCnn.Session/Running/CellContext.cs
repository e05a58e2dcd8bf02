using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Running;

/// <summary>
/// The cell that the running code belongs to. It flows with the code into tasks and threads,
/// so that what they write after their cell has ended still finds its own place.
/// </summary>
sealed class CellContext
{
    static readonly AsyncLocal<CellContext?> current = new();
    static volatile CellContext? latest;

    readonly ICellInput? input;

    /// <param name="output">Where the cell's output goes.</param>
    /// <param name="input">Whom it can ask, if anybody.</param>
    /// <param name="stop">Says whether it was stopped.</param>
    public CellContext(ICellOutput output, ICellInput? input = null, CancellationToken stop = default)
    {
        (Output, this.input, Stop, Flag) = (output, input, stop, new StopFlag(this));
        stop.UnsafeRegister(flag => ((StopFlag)flag!).Stopped = true, Flag);
    }

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

    /// <summary>
    /// Lets the libraries that a cell calls ask whether it was stopped, without referring to us: they find this function under
    /// <c>CourseCnn.CancellationToken</c> in the application's data.
    /// </summary>
    public static void OfferToken() =>
        AppContext.SetData("CourseCnn.CancellationToken", (Func<CancellationToken>)(() => Current?.Stop ?? CancellationToken.None));

    /// <summary>The cell that began last, or null before the first.</summary>
    public static CellContext? Latest => latest;

    public ICellOutput Output { get; }

    /// <summary>What the cell's loops look at.</summary>
    public StopFlag Flag { get; }

    /// <summary>What is left of an answer that the cell reads letter by letter. It ends with the cell: the next one asks anew.</summary>
    public string Unread { get; set; } = "";

    /// <summary>Says whether the cell was stopped.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Is told what ends the cell's code when it is stopped, on the thread where that happens.</summary>
    public Action<Exception>? Stopping { get; set; }

    /// <summary>Ends the calling code, if the cell was stopped.</summary>
    /// <exception cref="CellStoppedException">It was.</exception>
    public void ThrowIfStopped()
    {
        if (Stop.IsCancellationRequested)
            throw Stopped();
    }

    /// <summary>What ends the calling code, now that the cell was stopped.</summary>
    public CellStoppedException Stopped()
    {
        var exception = new CellStoppedException(Stop);
        Stopping?.Invoke(exception);
        return exception;
    }

    /// <summary>Asks the one who runs the cell.</summary>
    /// <exception cref="InvalidOperationException">Nobody is there.</exception>
    public string ReadLine(string? prompt = null, bool secret = false) => input is not null
        ? input.ReadLine(prompt, secret, Stop)
        : throw new InvalidOperationException(
            "This cell asks for input, but the notebook runs by itself and nobody is there to answer: give the value in the code instead.");
}
