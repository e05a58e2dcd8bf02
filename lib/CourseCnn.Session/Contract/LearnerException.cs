namespace CourseCnn.Session.Contract;

/// <summary>Something about a cell that the learner can mend; the message is a sentence for them.</summary>
sealed class LearnerException(string message, int? line = null) : Exception(message)
{
    /// <summary>The cell's line it is about, from 1.</summary>
    public int? Line { get; } = line;
}
