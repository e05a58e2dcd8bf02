using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks;

/// <summary>A notebook in format 4. It stays the JSON it was read from, so that saving it loses nothing.</summary>
public sealed class Notebook
{
    readonly JsonObject json;

    internal Notebook(JsonObject json)
    {
        this.json = json;
        Cells = [.. json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>All cells in order, code or not.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The notebook as Jupyter would write it.</summary>
    public override string ToString() => JupyterJson.Write(json);
}
