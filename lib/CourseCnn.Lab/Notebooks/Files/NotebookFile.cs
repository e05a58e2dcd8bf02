using System.Text;

namespace CourseCnn.Lab.Notebooks.Files;

/// <summary>A notebook and the file it was read from.</summary>
public sealed class NotebookFile
{
    readonly string path;
    readonly string name;
    readonly byte[] bytes;
    readonly string unchanged;

    NotebookFile(string path, string name, byte[] bytes)
    {
        (this.path, this.name, this.bytes) = (path, name, bytes);
        Notebook = NotebookReader.Read(bytes, name);
        unchanged = Notebook.ToString();
    }

    /// <summary>What the file holds.</summary>
    public Notebook Notebook { get; }

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What errors call it: the path as it was typed.</param>
    /// <exception cref="NotebookException">It cannot be read, or is no notebook of C# cells in format 4.</exception>
    public static NotebookFile Load(string path, string name)
    {
        try
        {
            return new NotebookFile(path, name, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{name} cannot be read: {error.Message}");
        }
    }

    /// <summary>
    /// Saves the notebook, at once or not at all. Where nothing has changed the file keeps every byte, however it is indented.
    /// </summary>
    /// <param name="destination">Where to save it, or null for the file it came from.</param>
    /// <returns>False if the file there held just this already, and was left alone.</returns>
    /// <exception cref="NotebookException">It cannot be written.</exception>
    public bool Save(string? destination = null)
    {
        var target = destination ?? path;
        var text = Notebook.ToString();
        var isUnchanged = text == unchanged;
        if (HasWindowsLineEnds)
            text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        try
        {
            return AtomicFile.Write(target, isUnchanged ? bytes : Encoding.UTF8.GetBytes(text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{(destination is null ? name : destination)} cannot be saved: {error.Message}");
        }
    }

    /// <summary>Throws, before time is spent on a run, where the file could not be saved after it.</summary>
    /// <param name="destination">Where it will be saved, or null for the file it came from.</param>
    /// <exception cref="NotebookException">The file or its folder is read-only.</exception>
    public void CheckCanBeSaved(string? destination = null)
    {
        if (AtomicFile.ReadOnlyPart(destination ?? path) is { } part)
            throw new NotebookException(
                $"{name} cannot be saved, since {part} is read-only. Make it writable, or save elsewhere with --output DIR.");
    }

    bool HasWindowsLineEnds => bytes.AsSpan().IndexOf((byte)'\n') is > 0 and var end && bytes[end - 1] == '\r';
}
