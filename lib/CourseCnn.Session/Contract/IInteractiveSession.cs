namespace CourseCnn.Session.Contract;

/// <summary>A session that somebody types into: it helps with code that has not run yet.</summary>
public interface IInteractiveSession : ISession
{
    /// <summary>As <see cref="ISession.RunAsync"/>, with more said about the cell.</summary>
    Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation = default);

    /// <summary>What the word at a place may become.</summary>
    Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default);

    /// <summary>What the name at a place, or the call around it, means; null where there is none.</summary>
    /// <param name="code">The cell so far.</param>
    /// <param name="position">The place, as an index into it.</param>
    /// <param name="detailed">Whether to tell all there is: parameters, results, exceptions, remarks.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<Inspection?> InspectAsync(string code, int position, bool detailed, CancellationToken cancellation = default);

    /// <summary>Whether code is ready to run or somebody is still writing it.</summary>
    Task<Completeness> JudgeAsync(string code);

    /// <summary>
    /// A page speaks to the cells: runs what they want to happen then. What that shows, and what goes wrong in it, goes to the output.
    /// </summary>
    Task ReceiveAsync(CommMessage message, ICellOutput output, CancellationToken cancellation = default);

    /// <summary>The target of each comm that is open, by its id.</summary>
    Task<IReadOnlyDictionary<string, string>> OpenCommsAsync();

    /// <summary>Gets the compiler going, so that the first cell is as quick as the later ones.</summary>
    Task WarmUpAsync();

    /// <summary>Gets completion going. Lasts a second or two, on another thread.</summary>
    Task WarmUpCompletionAsync();
}
