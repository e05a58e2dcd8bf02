namespace CourseCnn.Session.Compiling;

/// <summary>A compiled piece of a cell, ready to run once.</summary>
/// <param name="Value">The expression with a value that it ends in; null where it ends otherwise.</param>
/// <param name="Run">Runs it; the task's result is that value.</param>
sealed record Submission(string? Value, Func<Task<object?>> Run);
