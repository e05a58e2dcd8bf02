using System.Text.Json;

namespace CourseCnn.Modules.State;

/// <summary>Reads a safetensors header and finds in it the tensors of a module.</summary>
/// <param name="items">The module's tensors.</param>
/// <param name="mismatch">Learns what is missing, unexpected or of another shape.</param>
sealed class SafeTensorsHeader(IReadOnlyList<StateItem> items, StateMismatch mismatch)
{
    /// <summary>An object of tensors, each an object with lists.</summary>
    const int Depth = 3;

    /// <summary>In JSON a character may be written with six: <c>\u0041</c>.</summary>
    const int LongestEscape = 6;

    readonly Dictionary<string, StateItem> byName = items.ToDictionary(item => item.Name);

    readonly char[] nameBuffer = new char[LongestEscape * items.Select(item => item.Name.Length).Append(64).Max()];

    /// <summary>Where in so many bytes of numbers each of the module's tensors is.</summary>
    public IReadOnlyDictionary<StateItem, SafeTensorsEntry> Read(byte[] header, long dataLength)
    {
        var places = new Dictionary<StateItem, SafeTensorsEntry>(items.Count);
        var ranges = new List<(long Begin, long End)>(items.Count);
        var bytes = 0L;
        var json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = Depth });
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("__metadata__"))
            {
                ReadMetadata(ref json);
                continue;
            }

            var item = Find(ref json);
            json.Read();
            var entry = SafeTensorsEntry.Read(ref json, dataLength);
            bytes = checked(bytes + entry.End - entry.Begin);
            SafeTensorsEntry.Expect(bytes <= dataLength, "its tensors overlap");
            if (entry.End > entry.Begin)
                ranges.Add((entry.Begin, entry.End));
            if (item is not null)
                SafeTensorsEntry.Expect(places.TryAdd(item, entry), "a tensor is there twice");
        }

        // Reads on to the end, where nothing but spaces may be.
        SafeTensorsEntry.Expect(!json.Read(), "something follows its header");
        SafeTensorsEntry.Expect(bytes == dataLength, "its tensors leave some of the file out");
        CheckOverlap(ranges);
        Compare(places);
        return places;
    }

    static void ReadMetadata(ref Utf8JsonReader json)
    {
        const string whatIsWrong = "its metadata is not made of texts";
        SafeTensorsEntry.Expect(json.Read() && json.TokenType == JsonTokenType.StartObject, whatIsWrong);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            SafeTensorsEntry.Expect(json.Read() && json.TokenType == JsonTokenType.String, whatIsWrong);
    }

    /// <summary>The module's tensor with the name that the reader stands at, or null, which is noted.</summary>
    StateItem? Find(ref Utf8JsonReader json)
    {
        const string longer = "(a very long name)";
        if (json.ValueSpan.Length > nameBuffer.Length)
        {
            mismatch.Unexpected(longer);
            return null;
        }

        ReadOnlySpan<char> name;
        try
        {
            name = nameBuffer.AsSpan(0, json.CopyString(nameBuffer));
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException("a tensor's name is no text");
        }

        if (byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var item))
            return item;
        mismatch.Unexpected(name);
        return null;
    }

    /// <summary>Of all tensors, also of those that the module has no place for.</summary>
    static void CheckOverlap(List<(long Begin, long End)> ranges)
    {
        ranges.Sort();
        for (var i = 1; i < ranges.Count; i++)
            SafeTensorsEntry.Expect(ranges[i].Begin >= ranges[i - 1].End, "its tensors overlap");
    }

    void Compare(Dictionary<StateItem, SafeTensorsEntry> places)
    {
        foreach (var item in items)
            if (!places.TryGetValue(item, out var entry))
                mismatch.Missing(item.Name);
            else if (!entry.Shape.Is(item.Tensor.Shape))
                mismatch.Misshapen(item.Name, entry.Shape.ToString(), item.Tensor.Shape);
            else
                SafeTensorsEntry.Expect(entry.Type is not null, $"{item.Name} has a type that is not read here, save it as F32");
    }
}
