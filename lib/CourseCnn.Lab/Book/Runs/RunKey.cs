using System.Security.Cryptography;
using System.Text;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session;

namespace CourseCnn.Lab.Book.Runs;

/// <summary>A hash of all that decides what a run shows: equal keys, equal outputs.</summary>
sealed class RunKey : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    RunKey()
    {
        // This very program and its session, on this very runtime.
        Add(typeof(RunKey).Module.ModuleVersionId.ToString());
        Add(typeof(CSharpSession).Module.ModuleVersionId.ToString());
        Add(Environment.Version.ToString());
    }

    /// <summary>The key of running a notebook's cells.</summary>
    internal static string Of(Notebook notebook, string folder)
    {
        using var key = new RunKey();
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode))
            key.Add(cell.Source).Add(cell.Language ?? "").Add(string.Join(' ', cell.Tags));
        foreach (var file in RunInputs.Of(notebook, folder))
            key.Add(Path.GetRelativePath(folder, file)).AddFile(file);
        return key.ToString();
    }

    /// <summary>The key of a whole book.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="notebooks">Each notebook's name, its bytes on disk, and the key of its run.</param>
    internal static string Of(string title, IEnumerable<(string Name, string Path, string Run)> notebooks)
    {
        using var key = new RunKey();
        key.Add(title);
        foreach (var (name, path, run) in notebooks)
            key.Add(name).Add(run).AddFile(path);
        return key.ToString();
    }

    public void Dispose() => hash.Dispose();

    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 16));

    /// <summary>Each part with its length, so that moving a word from one to the next makes another key.</summary>
    RunKey Add(string part) => Add(Encoding.UTF8.GetBytes(part));

    RunKey Add(ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
        return this;
    }

    RunKey AddFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Add(SHA256.HashData(stream));
    }
}
