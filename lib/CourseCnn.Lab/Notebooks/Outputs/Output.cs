using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks;

/// <summary>One output of a cell.</summary>
abstract class Output
{
    /// <summary>The output as it stands in the file.</summary>
    internal abstract JsonObject ToJson();
}
