namespace CourseCnn.Lab.Notebooks.Running;

/// <summary>What came of running a notebook.</summary>
/// <param name="Cells">How many of its cells are there to run.</param>
/// <param name="Failure">The cell that ended the run, or null if it went through to the end.</param>
/// <param name="Tolerated">How many cells failed and were allowed to.</param>
public sealed record RunOutcome(int Cells, CellFailure? Failure, int Tolerated)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Time { get; init; }
}
