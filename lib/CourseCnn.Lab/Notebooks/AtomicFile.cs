namespace CourseCnn.Lab.Notebooks;

/// <summary>Files that hold their old content or their new, never half of it.</summary>
static class AtomicFile
{
    /// <summary>Replaces a file's content; where it is a link, that of the file it leads to.</summary>
    /// <returns>False if nothing would change, and the file was left alone.</returns>
    internal static bool Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Target(path);
        var existing = File.Exists(target.FullName);
        if (existing && content.SequenceEqual(File.ReadAllBytes(target.FullName)))
            return false;

        Directory.CreateDirectory(target.DirectoryName!);
        var temporary = Path.Combine(target.DirectoryName!, $".{target.Name}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = File.Create(temporary))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            if (existing && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target.FullName));
            File.Move(temporary, target.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
        return true;
    }

    /// <summary>The file or the folder that does not allow to write a file, or null.</summary>
    internal static string? ReadOnlyPart(string path)
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
}
