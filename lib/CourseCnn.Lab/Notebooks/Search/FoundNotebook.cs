namespace CourseCnn.Lab.Notebooks.Search;

/// <summary>A notebook that was asked for.</summary>
/// <param name="Path">Where it is, in full: a cell may change the current folder.</param>
/// <param name="Name">What messages call it: as it was typed.</param>
/// <param name="OutputName">Where it goes below an output folder.</param>
sealed record FoundNotebook(string Path, string Name, string OutputName);
