namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>A cell whose outputs are not what the notebook says.</summary>
/// <param name="Number">Which of the cells that run, from 1: the number that Jupyter shows in brackets beside it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Differences">What differs; never empty.</param>
public sealed record CellCheck(int Number, NotebookCell Cell, IReadOnlyList<OutputDifference> Differences);
