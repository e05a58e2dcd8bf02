using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>A message that a client has received.</summary>
sealed record Heard(string Topic, JsonNode Header, JsonNode Parent, JsonNode Metadata, JsonNode Content)
{
    public string Type => (string)Header["msg_type"]!;

    public string Id => (string)Header["msg_id"]!;

    /// <summary>The id of the message it answers, or null.</summary>
    public string? ParentId => (string?)Parent["msg_id"];

    /// <summary>Its type in one word; of a status, the state.</summary>
    public string Word => Type == "status" ? (string)Content["execution_state"]! : Type;

    /// <summary>A text of its content.</summary>
    public string? Text(string name) => (string?)Content[name];

    public static Heard Of(IReadOnlyList<byte[]> frames)
    {
        var start = frames.ToList().FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        JsonNode Part(int i) => JsonNode.Parse(frames[start + 2 + i], documentOptions: new JsonDocumentOptions { MaxDepth = 200 })!;
        return new(start == 0 ? "" : System.Text.Encoding.UTF8.GetString(frames[start - 1]), Part(0), Part(1), Part(2), Part(3));
    }
}
