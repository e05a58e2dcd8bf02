using System.Text;

namespace CourseCnn.Lab.Notebooks.Files;

/// <summary>A notebook and the file it was read from.</summary>
public sealed class NotebookFile
{
    /// <summary>How the name of a notebook ends that went beside one that somebody else has changed; a search passes it by.</summary>
    internal const string BesideExtension = ".run.ipynb";

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
    /// Saves the notebook, at once or not at all. Where nothing has changed the file keeps every byte, however it is indented. A file that
    /// somebody else has changed since it was read stays theirs: the notebook then goes beside it.
    /// </summary>
    /// <param name="destination">Where to save it, or null for the file it came from.</param>
    /// <returns>False if the file there held just this already, and was left alone.</returns>
    /// <exception cref="NotebookException">It cannot be written, or went beside the file.</exception>
    public bool Save(string? destination = null)
    {
        var target = destination ?? path;
        var text = Notebook.ToString();
        var isUnchanged = text == unchanged;
        if (HasWindowsLineEnds)
            text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        var content = isUnchanged ? bytes : Encoding.UTF8.GetBytes(text);
        try
        {
            if (destination is not null || IsAsRead(content))
                return AtomicFile.Write(target, content);
            AtomicFile.Write(Path.ChangeExtension(path, BesideExtension), content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{(destination is null ? name : destination)} cannot be saved: {error.Message}");
        }

        var beside = Path.ChangeExtension(name, BesideExtension);
        throw new NotebookException(
            $"{name} was changed by somebody else while its cells ran. It stays as it is now, and what the run shows is in {beside}: "
            + "compare the two, and run it again.");
    }

    /// <summary>Whether the file still holds what was read, or already what is to be written.</summary>
    bool IsAsRead(byte[] content)
    {
        if (!File.Exists(path))
            return true;
        var now = File.ReadAllBytes(path).AsSpan();
        return now.SequenceEqual(bytes) || now.SequenceEqual(content);
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
