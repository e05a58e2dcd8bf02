namespace CourseCnn.Files;

/// <summary>A file that a learner asks for.</summary>
static class OutputFile
{
    /// <summary>Writes a file; an existing one is replaced once the new content is whole.</summary>
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
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{what} '{path}' cannot be written: the folder '{folder}' does not exist.");
        if (AtomicFile.ReadOnlyPart(path) is { } part)
            throw new IOException($"{what} '{path}' cannot be written: {part} is read-only.");

        AtomicFile.Write(path, write);
    }
}
