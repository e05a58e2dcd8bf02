using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>Compares the JSON of interactive figures: numbers by value, also those packed as bytes; text as in drawings.</summary>
static class JsonComparison
{
    /// <returns>A sentence's end on how they differ, or null if they show the same.</returns>
    internal static string? Difference(JsonNode? saved, JsonNode? now, string path = "") => (saved, now) switch
    {
        (JsonObject before, JsonObject after) when Packed(before) is { } numbers && Packed(after) is { } numbersNow =>
            NumberDifference(numbers, numbersNow, path),
        (JsonObject before, JsonObject after) => MemberDifference(before, after, path),
        (JsonArray before, JsonArray after) when IsNumeric(before) && IsNumeric(after) =>
            NumberDifference((Values(before), 0), (Values(after), 0), path),
        (JsonArray before, JsonArray after) => ItemDifference(before, after, path),
        (JsonValue before, JsonValue after) => ValueDifference(before, after, path),
        _ => saved is null && now is null ? null : $"{path} is of another kind",
    };

    static string? MemberDifference(JsonObject saved, JsonObject now, string path)
    {
        if (saved.Select(member => member.Key).Except(now.Select(member => member.Key)).FirstOrDefault() is { } gone)
            return $"{path}.{gone} is gone".TrimStart('.');
        if (now.Select(member => member.Key).Except(saved.Select(member => member.Key)).FirstOrDefault() is { } added)
            return $"{path}.{added} is new".TrimStart('.');
        return saved.Select(member => Difference(member.Value, now[member.Key], $"{path}.{member.Key}".TrimStart('.')))
            .FirstOrDefault(difference => difference is not null);
    }

    static string? ItemDifference(JsonArray saved, JsonArray now, string path) =>
        saved.Count != now.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{path} had {saved.Count} entries and has {now.Count} now")
            : Enumerable.Range(0, saved.Count)
                .Select(i => Difference(saved[i], now[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
                .FirstOrDefault(difference => difference is not null);

    static string? ValueDifference(JsonValue saved, JsonValue now, string path)
    {
        if (saved.GetValueKind() == JsonValueKind.Number && now.GetValueKind() == JsonValueKind.Number)
            return NumberDifference(([Number(saved)], 0), ([Number(now)], 0), path);
        if (JsonText.TryRead(saved, out var before) && JsonText.TryRead(now, out var after))
            return DrawingComparison.Difference(before, after) is { } difference ? $"in {path}, {difference}" : null;
        return saved.ToJsonString() == now.ToJsonString() ? null : $"{path} was {saved.ToJsonString()} and is {now.ToJsonString()} now";
    }

    /// <param name="saved">The numbers, and how far each may be off besides: 1 for the pixels of a picture.</param>
    /// <param name="now">The same of the new run.</param>
    /// <param name="path">Where they stand.</param>
    static string? NumberDifference((double[] Values, double Slack) saved, (double[] Values, double Slack) now, string path)
    {
        if (saved.Values.Length != now.Values.Length)
            return string.Create(CultureInfo.InvariantCulture, $"{path} had {saved.Values.Length} numbers and has {now.Values.Length} now");
        var slack = Math.Min(saved.Slack, now.Slack);
        var largest = saved.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var apart = saved.Values.Zip(now.Values)
            .Where(pair => !Closeness.AreClose(pair.First, pair.Second, largest) && !(Math.Abs(pair.First - pair.Second) <= slack))
            .ToList();
        if (apart.Count == 0)
            return null;
        var (before, after) = apart[0];
        return string.Create(CultureInfo.InvariantCulture,
            $"{apart.Count:N0} of {saved.Values.Length:N0} numbers of {path} differ: the first was {before:G7} and is {after:G7} now");
    }

    static bool IsNumeric(JsonArray array) => array.Count > 0 && array.All(item => item?.GetValueKind() == JsonValueKind.Number);

    static double[] Values(JsonArray array) => [.. array.Select(item => Number(item!.AsValue()))];

    static double Number(JsonValue value) => double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The numbers of a typed array as plotly.js reads it, or null if the object is none.</summary>
    static (double[] Values, double Slack)? Packed(JsonObject json)
    {
        if (JsonText.At(json, "bdata") is not { } base64 || JsonText.At(json, "dtype") is not { } type)
            return null;
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return null;
        bytes = bytes[..length];
        return type switch
        {
            "u1" or "u1c" => ([.. bytes.Select(value => (double)value)], 1),
            "i1" => ([.. bytes.Select(value => (double)(sbyte)value)], 0),
            "u2" => (Read(bytes, 2, slot => BinaryPrimitives.ReadUInt16LittleEndian(slot)), 0),
            "i2" => (Read(bytes, 2, slot => BinaryPrimitives.ReadInt16LittleEndian(slot)), 0),
            "u4" => (Read(bytes, 4, slot => BinaryPrimitives.ReadUInt32LittleEndian(slot)), 0),
            "i4" => (Read(bytes, 4, slot => BinaryPrimitives.ReadInt32LittleEndian(slot)), 0),
            "f4" => (Read(bytes, 4, slot => BinaryPrimitives.ReadSingleLittleEndian(slot)), 0),
            "f8" => (Read(bytes, 8, slot => BinaryPrimitives.ReadDoubleLittleEndian(slot)), 0),
            _ => null,
        };
    }

    delegate double Reader(ReadOnlySpan<byte> slot);

    static double[] Read(byte[] bytes, int size, Reader reader) =>
        [.. Enumerable.Range(0, bytes.Length / size).Select(i => reader(bytes.AsSpan(i * size, size)))];
}
