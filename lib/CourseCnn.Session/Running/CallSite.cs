namespace CourseCnn.Session.Running;

/// <summary>A place in a cell that calls a library.</summary>
/// <param name="Name">What is called: <c>Regex.Match</c>.</param>
/// <param name="Path">The cell's path in debug information.</param>
/// <param name="Line">The line, from 1.</param>
sealed record CallSite(string Name, string Path, int Line);
