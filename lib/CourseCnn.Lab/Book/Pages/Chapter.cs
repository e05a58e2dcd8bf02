using CourseCnn.Lab.Notebooks;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>A notebook that becomes a page.</summary>
/// <param name="Name">What messages and the page itself call the notebook: its path as a reader would type it.</param>
/// <param name="Path">Where it is, in full.</param>
/// <param name="Notebook">The notebook with what its cells showed.</param>
/// <param name="Libraries">The folders of the libraries it loads.</param>
/// <param name="Trouble">A sentence on why it could not be run, or null.</param>
sealed record Chapter(string Name, string Path, Notebook Notebook, IReadOnlyList<string> Libraries, string? Trouble = null)
{
    internal string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
