using System.Security.Cryptography;
using System.Text;

namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>
/// The kernel's program, each version in a folder named by its content: a new one leaves those alone that still run,
/// and those that do not run any more are removed.
/// </summary>
sealed class KernelCopies(string folder)
{
    const string MarkName = "running.lock";

    /// <summary>
    /// Marks the copy that this process was started from, if it is one, as running, for as long as the result is kept open.
    /// </summary>
    public static IDisposable? MarkRunning()
    {
        try
        {
            return new FileStream(Path.Combine(AppContext.BaseDirectory, MarkName), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // Started from where it was built.
        }
    }

    /// <summary>Keeps what <paramref name="make"/> puts into an empty folder; the result is the copy's folder.</summary>
    public string Add(Action<string> make)
    {
        var temporary = Path.Combine(folder, $".{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(temporary);
            make(temporary);
            File.WriteAllText(Path.Combine(temporary, MarkName), "");
            var copy = Path.Combine(folder, Hash(temporary));
            if (!Directory.Exists(copy))
                Directory.Move(temporary, copy);
            return copy;
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Removes all copies but one, and those that run; how many run is the result.</summary>
    public int RemoveAllBut(string? copy)
    {
        if (!Directory.Exists(folder))
            return 0;
        var others = Directory.GetDirectories(folder).Where(other => other != copy).ToList();
        var running = others.Count(other => !TryRemove(other));
        // An empty folder of ours, and the one around it, are of no use to anybody.
        for (var empty = new DirectoryInfo(folder); empty.Name is "kernels" or "CourseCnn" or "coursecnn"
            && !empty.EnumerateFileSystemInfos().Any(); empty = empty.Parent!)
            empty.Delete();
        return running;
    }

    static bool TryRemove(string copy)
    {
        var mark = Path.Combine(copy, MarkName);
        try
        {
            if (File.Exists(mark))
                new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            Directory.Delete(copy, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
