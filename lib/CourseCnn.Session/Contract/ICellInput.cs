namespace CourseCnn.Session.Contract;

/// <summary>Somebody who sits before a running cell and can be asked. Called from any thread; one question at a time.</summary>
public interface ICellInput
{
    /// <summary>Asks for a line and waits for it.</summary>
    /// <param name="prompt">What to ask; null for what the cell last wrote, its unfinished line.</param>
    /// <param name="secret">Whether the answer is not to be seen while it is typed.</param>
    /// <param name="cancellation">Ends the waiting: the cell is stopped.</param>
    string ReadLine(string? prompt, bool secret, CancellationToken cancellation);
}
