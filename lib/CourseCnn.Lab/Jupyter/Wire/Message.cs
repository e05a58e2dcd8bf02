using System.Text.Json;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>A message from a client.</summary>
/// <param name="Identities">Who sent it, as the socket names it: where the answer goes.</param>
/// <param name="Id">Its id, unique.</param>
/// <param name="Type">What it is, such as <c>execute_request</c>.</param>
/// <param name="Header">Its header as it came: the parent header of all that answers it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Buffers">Binary data behind it, for widgets.</param>
sealed record Message(
    IReadOnlyList<byte[]> Identities, string Id, string Type, byte[] Header, JsonElement Content, IReadOnlyList<byte[]> Buffers)
{
    /// <summary>A text of the content, or null where it has none of that name.</summary>
    public string? Text(string name) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A flag of the content, or what holds where none is given.</summary>
    public bool Flag(string name, bool otherwise = false) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : otherwise;

    /// <summary>A whole number of the content, or null.</summary>
    public int? Number(string name) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : null;

    /// <summary>An object of the content, or one without members.</summary>
    public JsonElement Object(string name) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : NoMembers;

    static readonly JsonElement NoMembers = JsonDocument.Parse("{}").RootElement;
}
