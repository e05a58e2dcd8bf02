using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CourseCnn.Modules.State;

/// <summary>
/// Reads the safetensors format into a module's tensors. Nothing is believed: the header is checked against the file and the module
/// before any number is read, and memory is taken for the header only, never for what it claims.
/// </summary>
static class SafeTensorsReader
{
    /// <summary>The format's own limit for the header.</summary>
    const long LongestHeader = 100_000_000;

    public static void Read(string path, IReadOnlyList<StateItem> items, string module, bool strict)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException(
                "The name of a file to load is needed, but the text is empty: write for example \"model.safetensors\".");
        if (Directory.Exists(path))
            throw new ArgumentException($"'{path}' is a folder: name a file in it, such as '{Path.Combine(path, "model.safetensors")}'.");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path}{Others(path)}.", path);

        try
        {
            using var stream = File.OpenRead(path);
            var header = ReadHeader(stream);
            var mismatch = new StateMismatch(Path.GetFileName(path), module, strict);
            var places = new SafeTensorsHeader(items, mismatch).Read(header, stream.Length - stream.Position);
            mismatch.Throw();

            var start = stream.Position;
            foreach (var (item, entry) in places)
            {
                stream.Position = start + entry.Begin;
                ReadNumbers(stream, entry.Type!, item.Tensor.Span);
            }
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException)
        {
            var reason = error is InvalidDataException ? error.Message : "its header cannot be read";
            throw new InvalidDataException($"{path} is damaged, or no safetensors file: {reason}.", error);
        }
    }

    static byte[] ReadHeader(FileStream stream)
    {
        Span<byte> lengthBytes = stackalloc byte[sizeof(long)];
        SafeTensorsEntry.Expect(
            stream.ReadAtLeast(lengthBytes, sizeof(long), throwOnEndOfStream: false) == sizeof(long),
            "it has less than 8 bytes");
        var length = BinaryPrimitives.ReadInt64LittleEndian(lengthBytes);
        SafeTensorsEntry.Expect(
            length >= 2 && length <= Math.Min(LongestHeader, stream.Length - sizeof(long)),
            "the length of its header is not within the file");

        var header = new byte[length];
        stream.ReadExactly(header);
        SafeTensorsEntry.Expect(header[0] == '{', "its header does not begin with a brace");
        return header;
    }

    static void ReadNumbers(FileStream stream, StoredType type, Span<float> numbers)
    {
        Span<byte> block = stackalloc byte[8192];
        while (!numbers.IsEmpty)
        {
            var count = Math.Min(numbers.Length, block.Length / type.Size);
            var bytes = block[..(count * type.Size)];
            stream.ReadExactly(bytes);
            if (type == StoredType.F32 && BitConverter.IsLittleEndian)
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(numbers);
            else
                for (var i = 0; i < count; i++)
                    numbers[i] = type.Read(bytes[(i * type.Size)..]);
            numbers = numbers[count..];
        }
    }

    /// <summary>What the learner may have meant.</summary>
    static string Others(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            return $": there is no folder {folder} either";
        var others = Directory.EnumerateFiles(folder, "*.safetensors").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var some = string.Join(", ", others.Take(3));
        return some == "" ? "" : $": its folder has {some}";
    }
}
