using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Pages;
using CourseCnn.Lab.Notebooks.Files;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>Notebooks kept for these tests, and small ones made on the spot.</summary>
static class BookFixtures
{
    internal static string Folder { get; } = Path.Combine(Fixtures.Repository, "tests", "CourseCnn.Lab.Tests", "Book", "Fixtures");

    /// <summary>The course's own notebooks.</summary>
    internal static string Course { get; } = Path.Combine(Fixtures.Repository, "notebooks");

    /// <summary>A notebook that nobody has run: what it shows is what its author wrote into the file.</summary>
    internal static Chapter Hostile => Load(Path.Combine(Folder, "hostile.ipynb")) with { Trouble = "It is not to be trusted." };

    internal static Chapter Load(string path, params string[] libraries) =>
        new(Path.GetFileName(path), path, NotebookFile.Load(path, path).Notebook, libraries);

    /// <summary>A book of one page, and what was said while it was made.</summary>
    internal static (BookFiles Files, string Page, List<string> Complaints) Make(Chapter chapter)
    {
        var complaints = new List<string>();
        var files = new BookWriter("Test", complaints.Add).Write([chapter]);
        return (files, files.Text($"{Anchors.Of(Path.GetFileNameWithoutExtension(chapter.Path))}.html"), complaints);
    }

    internal static string Text(this BookFiles files, string path) => System.Text.Encoding.UTF8.GetString(files.All[path]);
}
