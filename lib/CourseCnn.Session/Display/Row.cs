namespace CourseCnn.Session.Display;

/// <summary>A row of a table.</summary>
sealed record Row(IReadOnlyList<object?> Cells);
