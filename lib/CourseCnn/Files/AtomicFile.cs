namespace CourseCnn;

/// <summary>Files that hold their old content or their new, never half of it.</summary>
static class AtomicFile
{
    /// <summary>Writes a file beside its place and moves it there once it is whole; an existing one is replaced.</summary>
    /// <param name="path">The file, as the learner named it.</param>
    /// <param name="what">What is written, for errors: <c>The picture</c>.</param>
    /// <param name="example">What such a file may be called.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="ArgumentException">There is no name, or it is a folder's.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public static void Write(string? path, string what, string example, Action<Stream> write)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException($"The name of a file to write is needed, but the text is empty: write for example \"{example}\".");
        if (Directory.Exists(path))
            throw new ArgumentException($"'{path}' is a folder: name a file in it, such as '{Path.Combine(path, example)}'.");
        var file = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{what} '{path}' cannot be written: the folder '{folder}' does not exist.");

        var draft = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = Create(draft, $"{what} '{path}' cannot be written: nothing can be created in the folder '{folder}'."))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    static FileStream Create(string draft, string failure)
    {
        try
        {
            return new FileStream(draft, FileMode.CreateNew);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The draft has a name that nobody gave, and another one each time.
            throw new IOException(failure, error);
        }
    }
}
