using CourseCnn.Session.Compiling;

namespace CourseCnn.Session.Errors;

/// <summary>A place in a cell that was on its way through the code when something happened.</summary>
sealed record UserFrame(CellSource Cell, int Line);
