using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>A message from the kernel.</summary>
/// <param name="Type">What it is, such as <c>stream</c>.</param>
/// <param name="Content">What it says.</param>
/// <param name="Parent">The header of the message that it comes from, as it came; null where nothing asked for it.</param>
sealed record Reply(string Type, JsonObject Content, byte[]? Parent)
{
    /// <summary>Facts about the content that its schema has no place for.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Binary data behind it, for widgets.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];
}
