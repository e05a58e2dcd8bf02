using CourseCnn.Lab.Notebooks.Check;

namespace CourseCnn.Lab.Book.Check;

/// <summary>What came of checking a notebook.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Cells">The cells that show something else than they were saved with.</param>
/// <param name="Trouble">Why it could not be run, or null.</param>
sealed record CheckedNotebook(string Name, IReadOnlyList<CellCheck> Cells, string? Trouble = null)
{
    internal bool IsAsSaved => Cells.Count == 0 && Trouble is null;
}
