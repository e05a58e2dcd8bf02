using System.Text.Json.Nodes;
using CourseCnn.Tests.Data;

namespace CourseCnn.Tests.Course;

/// <summary>A notebook of the course as it lies on disk, read without the code that wrote it.</summary>
sealed class SavedNotebook
{
    readonly JsonObject json;

    SavedNotebook(string path)
    {
        Size = new FileInfo(path).Length;
        json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Cells = [.. json["cells"]!.AsArray().Select(cell => new SavedCell(cell!.AsObject()))];
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetFiles(TestFiles.Notebooks, "*.ipynb")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    public long Size { get; }

    public JsonNode Metadata => json["metadata"]!;

    public IReadOnlyList<SavedCell> Cells { get; }

    public IEnumerable<SavedCell> Code => Cells.Where(cell => cell.IsCode);

    public static SavedNotebook Read(string name) => new(Path.Combine(TestFiles.Notebooks, name + ".ipynb"));
}
