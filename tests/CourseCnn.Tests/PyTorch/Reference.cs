using System.Text.Json;

namespace CourseCnn.Tests.PyTorch;

/// <summary>
/// Answers computed by PyTorch, from <c>reference/*.json</c> beside the tests, or from the folder that COURSECNN_REFERENCE names.
/// </summary>
static class Reference
{
    public static JsonElement Read(string file)
    {
        var folder = Environment.GetEnvironmentVariable("COURSECNN_REFERENCE") is { Length: > 0 } named
            ? named
            : Path.Combine(AppContext.BaseDirectory, "reference");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        return document.RootElement.Clone();
    }

    /// <summary>A tensor as the files write it: <c>{"shape": [...], "data": [...]}</c>, or null.</summary>
    public static Tensor? OptionalTensor(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.Tensor() : null;

    public static Tensor Tensor(this JsonElement element, string key) => element.GetProperty(key).Tensor();

    public static Tensor Tensor(this JsonElement element) => new(
        [.. element.GetProperty("data").EnumerateArray().Select(number => number.GetSingle())],
        element.GetProperty("shape").Ints());

    public static int[] Ints(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>A size as Python writes it: a number or a pair.</summary>
    public static Size2d Size(this JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? (element[0].GetInt32(), element[1].GetInt32())
        : element.GetInt32();
}
