using System.Text.Json;

namespace CourseCnn.Modules.State;

/// <summary>What a safetensors header says of one tensor. Reading it takes no more memory than itself, whatever it claims.</summary>
/// <param name="Type">How its numbers are stored; null for a type that is not read here.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Begin">Where its bytes begin behind the header.</param>
/// <param name="End">Where they end.</param>
readonly record struct SafeTensorsEntry(StoredType? Type, StoredShape Shape, long Begin, long End)
{
    /// <summary>Reads the object that the reader stands at, and checks that it makes sense in so many bytes of numbers.</summary>
    public static SafeTensorsEntry Read(ref Utf8JsonReader json, long dataLength)
    {
        var (hasType, hasShape, hasOffsets) = (false, false, false);
        var entry = new SafeTensorsEntry();
        Expect(json.TokenType == JsonTokenType.StartObject, "a tensor is not described by an object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("dtype") && !hasType)
            {
                entry = entry with { Type = ReadType(ref json) };
                hasType = true;
            }
            else if (json.ValueTextEquals("shape") && !hasShape)
            {
                entry = entry with { Shape = StoredShape.Read(ref json) };
                hasShape = true;
            }
            else if (json.ValueTextEquals("data_offsets") && !hasOffsets)
            {
                (var begin, var end) = ReadOffsets(ref json);
                entry = entry with { Begin = begin, End = end };
                hasOffsets = true;
            }
            else
            {
                Expect(false, "a tensor's description says something twice, or something unknown");
            }
        }

        Expect(hasType && hasShape && hasOffsets, "a tensor has no type, no shape or no place");
        Expect(entry.Begin <= entry.End && entry.End <= dataLength, "a tensor lies outside the file");
        Expect(
            entry.Type is null || entry.Shape.TakesBytes(entry.End - entry.Begin, entry.Type.Size),
            "a tensor's shape and its number of bytes differ");
        return entry;
    }

    /// <summary>Refuses the file unless something holds that holds in every proper one.</summary>
    public static void Expect(bool condition, string whatIsWrong)
    {
        if (!condition)
            throw new InvalidDataException(whatIsWrong);
    }

    /// <summary>Reads a whole number that is not negative.</summary>
    public static long ReadCount(ref Utf8JsonReader json)
    {
        var number = 0L;
        Expect(
            json.TokenType == JsonTokenType.Number && json.TryGetInt64(out number) && number >= 0,
            "a size or a place is no whole number");
        return number;
    }

    static StoredType? ReadType(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType == JsonTokenType.String, "a tensor's type is no text");
        foreach (var type in StoredType.All)
            if (json.ValueTextEquals(type.Name))
                return type;
        return null;
    }

    static (long Begin, long End) ReadOffsets(ref Utf8JsonReader json)
    {
        const string whatIsWrong = "a tensor's place is not given by two numbers";
        Expect(json.Read() && json.TokenType == JsonTokenType.StartArray && json.Read(), whatIsWrong);
        var begin = ReadCount(ref json);
        Expect(json.Read(), whatIsWrong);
        var end = ReadCount(ref json);
        Expect(json.Read() && json.TokenType == JsonTokenType.EndArray, whatIsWrong);
        return (begin, end);
    }
}
