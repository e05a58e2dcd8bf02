using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>
/// How a message travels: identities, a delimiter, the signature, then header, parent header, metadata and content as JSON, then buffers.
/// The signature is the HMAC-SHA256 of the four JSON frames under the connection's key; with an empty key there is none.
/// See "The wire protocol" at https://jupyter-client.readthedocs.io/en/stable/messaging.html.
/// </summary>
sealed class WireFormat(string key)
{
    /// <summary>The version of the messaging protocol.</summary>
    public const string ProtocolVersion = "5.4";

    public const string Scheme = "hmac-sha256";

    static readonly byte[] delimiter = "<IDS|MSG>"u8.ToArray();

    // Learners' text stays as it is: nobody embeds these bytes in a page.
    static readonly JsonWriterOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly byte[] key = Encoding.UTF8.GetBytes(key);
    readonly string session = Guid.NewGuid().ToString("N");
    readonly SeenSignatures seen = new();

    /// <summary>Reads a client's message.</summary>
    /// <exception cref="BadMessageException">It is malformed, not signed with the connection's key, or came before.</exception>
    public Message Read(IReadOnlyList<byte[]> frames)
    {
        if (frames.Count == 0)
            throw new BadMessageException("it is too large");
        var start = 0;
        while (start < frames.Count && !frames[start].AsSpan().SequenceEqual(delimiter))
            start++;
        if (frames.Count - start < 6)
            throw new BadMessageException("it has too few frames");

        var (signature, body) = (frames[start + 1], frames.Skip(start + 2).Take(4).ToArray());
        Check(signature, body);
        try
        {
            var header = JsonDocument.Parse(body[0]).RootElement;
            var content = JsonDocument.Parse(body[3]).RootElement;
            if (content.ValueKind != JsonValueKind.Object)
                throw new BadMessageException("its content is no JSON object");
            return new(
                [.. frames.Take(start)], Text(header, "msg_id"), Text(header, "msg_type"), body[0], content, [.. frames.Skip(start + 6)]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new BadMessageException("its header or content is not the JSON it should be");
        }
    }

    /// <summary>Writes a message of the kernel, for those identities (on iopub: the topic).</summary>
    public byte[][] Write(IEnumerable<byte[]> identities, Reply reply)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = reply.Type,
            ["version"] = ProtocolVersion,
        };
        byte[][] body = [Json(header), reply.Parent ?? Json([]), Json(reply.Metadata ?? []), Json(reply.Content)];
        return [.. identities, delimiter, Sign(body), .. body, .. reply.Buffers];
    }

    void Check(byte[] signature, byte[][] body)
    {
        if (key.Length == 0)
            return;
        if (!CryptographicOperations.FixedTimeEquals(signature, Sign(body)))
            throw new BadMessageException(signature.Length == 0 ? "it is not signed" : "its signature is wrong");
        if (!seen.Add(signature))
            throw new BadMessageException("it came before");
    }

    byte[] Sign(byte[][] body)
    {
        if (key.Length == 0)
            return [];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var frame in body)
            hmac.AppendData(frame);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    static string Text(JsonElement header, string name) =>
        header.GetProperty(name).GetString() ?? throw new BadMessageException($"its header has no {name}");

    static byte[] Json(JsonObject value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, json))
            value.WriteTo(writer);
        return stream.ToArray();
    }
}
