using System.Buffers.Binary;
using System.Text.Json;
using CourseCnn.Files;

namespace CourseCnn.Modules.State;

/// <summary>
/// Writes the safetensors format: the header's length in 8 bytes, a header in JSON that says type, shape and place of each tensor,
/// then the tensors' raw numbers, all little-endian.
/// </summary>
static class SafeTensorsWriter
{
    public static void Write(string path, IReadOnlyList<StateItem> items)
    {
        OutputFile.Write(path, "The file", "model.safetensors", stream =>
        {
            // The eight-byte numbers first, so that each stands at a multiple of its size.
            StateItem[] ordered = [.. items.OrderByDescending(item => item.IsWholeNumber)];
            stream.Write(Header(ordered));
            foreach (var item in ordered)
                WriteNumbers(stream, item);
        });
    }

    static byte[] Header(IEnumerable<StateItem> items)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[sizeof(long)]);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteEndObject();

            var offset = 0L;
            foreach (var item in items)
            {
                var type = TypeOf(item);
                json.WriteStartObject(item.Name);
                json.WriteString("dtype", type.Name);
                WriteNumbers(json, "shape", [.. item.Tensor.Shape.Select(size => (long)size)]);
                WriteNumbers(json, "data_offsets", offset, offset += (long)item.Tensor.Count * type.Size);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Spaces, until the numbers start at a multiple of eight.
        while (stream.Length % sizeof(long) != 0)
            stream.WriteByte((byte)' ');

        var header = stream.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - sizeof(long));
        return header;
    }

    static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    static void WriteNumbers(Stream stream, StateItem item)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var number in item.Tensor.Span)
        {
            if (item.IsWholeNumber)
                BinaryPrimitives.WriteInt64LittleEndian(bytes, (long)number);
            else
                BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
            stream.Write(bytes[..TypeOf(item).Size]);
        }
    }

    static StoredType TypeOf(StateItem item) => item.IsWholeNumber ? StoredType.I64 : StoredType.F32;
}
