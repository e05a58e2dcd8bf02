using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Running;

/// <summary>A cell that did not run to its end.</summary>
/// <param name="Number">Which of the cells that run, from 1: the number that Jupyter shows in brackets beside it.</param>
/// <param name="Count">How many cells of the notebook run.</param>
/// <param name="Error">What went wrong.</param>
public sealed record CellFailure(int Number, int Count, CellError Error);
