namespace CourseCnn.Session.Contract;

/// <summary>What came of a cell: how it ended, the value of its last expression if it had one, the error if it failed.</summary>
public sealed record CellResult(CellStatus Status, MimeBundle? Value = null, CellError? Error = null);
