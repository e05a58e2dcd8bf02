using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Files;

namespace CourseCnn.Lab.Book.Runs;

/// <summary>Keeps what runs showed, so that a notebook whose cells, libraries and data are the same is not run again.</summary>
/// <param name="folder">Where; made when first needed.</param>
sealed class RunCache(string folder)
{
    static readonly TimeSpan longestUnused = TimeSpan.FromDays(30);

    /// <summary>The folder of this user on this machine, or what COURSECNN_CACHE names.</summary>
    internal static string UsualFolder { get; } = Environment.GetEnvironmentVariable("COURSECNN_CACHE") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "CourseCnn");

    /// <summary>Gives the notebook the outputs of an earlier run. False if there was none, or what is kept of it is damaged.</summary>
    internal bool TryApply(string key, Notebook notebook)
    {
        var file = Place(key);
        try
        {
            if (!File.Exists(file))
                return false;
            var kept = JsonNode.Parse(File.ReadAllBytes(file), documentOptions: NotebookReader.JsonOptions)!.AsArray();
            var cells = notebook.Cells.Where(cell => cell.IsCode).ToList();
            if (kept.Count != cells.Count)
                return false;
            foreach (var (cell, outputs) in cells.Zip(kept))
                cell.SetOutputs(null, [.. outputs!.AsArray().Select(output => output!.DeepClone().AsObject())]);
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Keeps the outputs that the notebook now has. A cache that cannot be written is no reason to fail.</summary>
    internal void Keep(string key, Notebook notebook)
    {
        var outputs = notebook.Cells.Where(cell => cell.IsCode)
            .Select(cell => (JsonNode)new JsonArray([.. cell.Outputs.Select(output => output.DeepClone())]));
        try
        {
            // Members keep their order, so that a book looks the same from a run and from what is kept of it.
            AtomicFile.Write(Place(key), JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. outputs])));
            foreach (var old in new DirectoryInfo(Path.Combine(folder, "runs")).EnumerateFiles("*.json"))
            {
                if (DateTime.UtcNow - old.LastWriteTimeUtc > longestUnused)
                    old.Delete();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    string Place(string key) => Path.Combine(folder, "runs", $"{key}.json");
}
