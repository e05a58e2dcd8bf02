namespace CourseCnn.Session.Contract;

/// <summary>A conversation in code: each cell sees what the earlier ones declared.</summary>
public interface ISession : IAsyncDisposable
{
    /// <summary>
    /// Says which cells will probably be run next, in this order, so that the session can prepare for them. Changes no result.
    /// </summary>
    void Expect(IEnumerable<string> cells)
    {
    }

    /// <summary>Does what comes before the first cell, so that no cell's time is spent on it. May be left out.</summary>
    Task PrepareAsync() => Task.CompletedTask;

    /// <summary>
    /// Runs one cell to its end. Never throws for what the cell does: that is the result's to tell.
    /// Cancelling stops the cell, even one that loops for ever, and gives <see cref="CellStatus.Interrupted"/>;
    /// variables keep their values.
    /// </summary>
    Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken cancellation = default);
}
