using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>An output that is not what the notebook says.</summary>
/// <param name="What">How it differs, as the end of a sentence.</param>
/// <param name="Saved">The output in the file, or null if it has none at this place.</param>
/// <param name="Now">The output of the new run, or null if there is none.</param>
public sealed record OutputDifference(string What, JsonObject? Saved, JsonObject? Now);
