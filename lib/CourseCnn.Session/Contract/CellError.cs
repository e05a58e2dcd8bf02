namespace CourseCnn.Session.Contract;

/// <summary>Why a cell failed, in the learner's terms.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c> or <c>Interrupted</c>.</param>
/// <param name="Message">What went wrong, one sentence where that is possible.</param>
/// <param name="Line">The line of the cell, from 1, or null where none is to blame.</param>
/// <param name="SourceLine">The text of that line.</param>
/// <param name="Traceback">What a reader of the notebook sees, line by line, without stack frames of the lab itself.</param>
public sealed record CellError(string Name, string Message, int? Line, string? SourceLine, IReadOnlyList<string> Traceback);
