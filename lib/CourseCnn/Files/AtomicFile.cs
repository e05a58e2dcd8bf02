namespace CourseCnn;

/// <summary>Files that hold their old content or their new, never half of it.</summary>
static class AtomicFile
{
    /// <summary>Writes a file beside its place and moves it there once it is whole; an existing one is replaced.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var file = Path.GetFullPath(path);
        var draft = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew))
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
}
