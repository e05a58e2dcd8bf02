using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>One output of a cell.</summary>
abstract class Output
{
    /// <summary>The output as it stands in the file.</summary>
    /// <param name="keepHtml">See <see cref="RunSettings.KeepHtml"/>.</param>
    internal abstract JsonObject ToJson(bool keepHtml);
}
