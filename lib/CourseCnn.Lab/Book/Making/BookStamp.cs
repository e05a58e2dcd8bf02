using System.Text;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Search;

namespace CourseCnn.Lab.Book.Making;

/// <summary>Says beside a book's folder what the book was made of.</summary>
sealed class BookStamp(BookFolder folder)
{
    readonly string file = $"{folder.FullName}.key";

    internal bool Matches(string title, IReadOnlyList<FoundNotebook> notebooks) =>
        File.Exists(file) && IsWhole && Key(title, notebooks) is { } key && File.ReadAllText(file) == key;

    internal void Write(string title, IReadOnlyList<FoundNotebook> notebooks)
    {
        if (Key(title, notebooks) is { } key)
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(key));
    }

    internal void Remove()
    {
        if (File.Exists(file))
            File.Delete(file);
    }

    bool IsWhole => folder.Files() is { Count: > 0 } files && files.Keys.All(path => File.Exists(folder.Place(path)));

    /// <summary>Null where a notebook cannot be read: what then happens is told by making the book.</summary>
    static string? Key(string title, IReadOnlyList<FoundNotebook> notebooks)
    {
        try
        {
            return RunKey.Of(title, notebooks.Select(found =>
            {
                var notebook = NotebookFile.Load(found.Path, found.Name).Notebook;
                return (found.Name, found.Path, RunKey.Of(notebook, Path.GetDirectoryName(found.Path)!));
            }));
        }
        catch (Exception error) when (error is NotebookException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
