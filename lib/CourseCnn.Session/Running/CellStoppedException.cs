namespace CourseCnn.Session.Running;

/// <summary>Ends the code of a cell that was stopped.</summary>
sealed class CellStoppedException(CancellationToken stop) : OperationCanceledException("The cell was stopped.", stop);
