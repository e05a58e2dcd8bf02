namespace CourseCnn.Shared;

/// <summary>Files that hold their old content or their new, never half of it.</summary>
static class AtomicFile
{
    /// <summary>Replaces a file's content; where it is a link, that of the file it leads to. Missing folders are made.</summary>
    /// <returns>False if nothing would change, and the file was left alone.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Target(path);
        if (target.Exists && target.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(target.FullName)))
            return false;

        Directory.CreateDirectory(target.DirectoryName!);
        using var draft = new Draft(target);
        draft.Content.Write(content);
        draft.Finish();
        return true;
    }

    /// <summary>Replaces a file's content by what is written; where that fails, the old one stays.</summary>
    /// <param name="path">The file, in a folder that there is. Where it is a link, the file it leads to is meant.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">Nothing can be created in the file's folder.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var draft = new Draft(Target(path));
        write(draft.Content);
        draft.Finish();
    }

    /// <summary>The file or the folder that does not allow to write a file, or null.</summary>
    public static string? ReadOnlyPart(string path)
    {
        var target = Target(path);
        if (target is { Exists: true, IsReadOnly: true })
            return "the file";

        var folder = target.Directory;
        while (folder is { Exists: false })
            folder = folder.Parent;
        // On Windows the mark means something else on folders.
        return !OperatingSystem.IsWindows() && folder!.Attributes.HasFlag(FileAttributes.ReadOnly) ? $"the folder {folder.FullName}" : null;
    }

    static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
    }

    /// <summary>What is to become a file, under another name beside it.</summary>
    sealed class Draft : IDisposable
    {
        readonly FileInfo target;
        readonly string path;

        public Draft(FileInfo target)
        {
            this.target = target;
            path = Path.Combine(target.DirectoryName!, $".{Guid.NewGuid():N}.tmp");
            try
            {
                Content = new FileStream(path, FileMode.CreateNew);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The draft has a name that nobody gave.
                throw new IOException($"Nothing can be created in the folder '{target.DirectoryName}'.", error);
            }
        }

        public FileStream Content { get; }

        /// <summary>Puts it in the file's place, with the rights that the file has.</summary>
        public void Finish()
        {
            Content.Flush(flushToDisk: true);
            Content.Dispose();
            if (target.Exists && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, target.UnixFileMode);
            File.Move(path, target.FullName, overwrite: true);
        }

        public void Dispose()
        {
            Content.Dispose();
            File.Delete(path);
        }
    }
}
