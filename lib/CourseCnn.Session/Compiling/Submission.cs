namespace CourseCnn.Session.Compiling;

/// <summary>A compiled piece of a cell, ready to run once.</summary>
/// <param name="HasValue">Whether it ends in an expression with a value.</param>
/// <param name="Run">Runs it; the task's result is that value.</param>
sealed record Submission(bool HasValue, Func<Task<object?>> Run);
