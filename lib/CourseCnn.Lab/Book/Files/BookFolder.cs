using System.Text;
using CourseCnn.Lab.Notebooks;

namespace CourseCnn.Lab.Book.Files;

/// <summary>A folder that holds a book and nothing else: a list in it says which files are the book's.</summary>
sealed class BookFolder(string folder)
{
    /// <summary>A line for each file: the hash of its content, a space, its path.</summary>
    const string ListName = "book-files.txt";

    internal string FullName => folder;

    /// <summary>The book's files by path, each with the hash of its content; null where no whole book is.</summary>
    internal IReadOnlyDictionary<string, string>? Files()
    {
        var list = Path.Combine(folder, ListName);
        if (!File.Exists(list))
            return null;
        var lines = File.ReadAllLines(list).Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2 && IsInside(parts[1]));
        return lines.DistinctBy(parts => parts[1]).ToDictionary(parts => parts[1], parts => parts[0]);
    }

    /// <summary>Throws where writing a book would mix it with other files.</summary>
    /// <exception cref="NotebookException">The folder holds something else, or is a file.</exception>
    internal void CheckCanHoldBook()
    {
        if (File.Exists(folder))
            throw new NotebookException($"A book needs a folder, but {folder} is a file.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && Files() is null)
            throw new NotebookException(
                $"{folder} holds other files. Name an empty or a new folder, so that the book does not mix with them.");
    }

    /// <summary>
    /// Makes the folder hold this book. Files of the book that was there before go; those that stay the same are left alone.
    /// </summary>
    /// <exception cref="NotebookException">The folder cannot hold it, or cannot be written.</exception>
    internal void Write(BookFiles book)
    {
        CheckCanHoldBook();
        var before = Files() ?? new Dictionary<string, string>();
        var now = book.All.ToDictionary(file => file.Key, file => BookFiles.Hash(file.Value), StringComparer.Ordinal);
        try
        {
            Directory.CreateDirectory(folder);
            // Both lists while the files change: a book that is broken off is still known as one.
            WriteList(before.Concat(now).DistinctBy(file => file.Key));
            foreach (var (path, content) in book.All)
                AtomicFile.Write(Place(path), content);
            foreach (var path in before.Keys.Where(path => !now.ContainsKey(path)))
                Remove(path);
            WriteList(now);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The book cannot be written to {folder}: {error.Message}");
        }
    }

    internal string Place(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    void WriteList(IEnumerable<KeyValuePair<string, string>> files)
    {
        var lines = files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value} {file.Key}\n");
        AtomicFile.Write(Path.Combine(folder, ListName), Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    void Remove(string path)
    {
        File.Delete(Place(path));
        if (Path.GetDirectoryName(Place(path)) is { } parent && parent != folder && !Directory.EnumerateFileSystemEntries(parent).Any())
            Directory.Delete(parent);
    }

    /// <summary>A list that somebody else wrote shall not lead out of the folder.</summary>
    bool IsInside(string path)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return !Path.IsPathRooted(path) && Path.GetFullPath(Place(path)).StartsWith(root, StringComparison.Ordinal);
    }
}
