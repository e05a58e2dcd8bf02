using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CourseCnn.Modules.State;

/// <summary>A shape as a file claims it: sizes may be anything, so it is compared before it is believed.</summary>
readonly struct StoredShape
{
    const int MaxRank = 8;

    readonly Sizes sizes;
    readonly int rank;

    StoredShape(Sizes sizes, int rank) => (this.sizes, this.rank) = (sizes, rank);

    public static StoredShape Read(ref Utf8JsonReader json)
    {
        SafeTensorsEntry.Expect(json.Read() && json.TokenType == JsonTokenType.StartArray, "a tensor's shape is no list");
        var (sizes, rank) = (default(Sizes), 0);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            SafeTensorsEntry.Expect(rank < MaxRank, "a tensor has more dimensions than are read here");
            sizes[rank++] = SafeTensorsEntry.ReadCount(ref json);
        }

        return new StoredShape(sizes, rank);
    }

    /// <summary>Whether so many bytes hold just this shape.</summary>
    public bool TakesBytes(long bytes, int elementSize)
    {
        // Counted down instead of multiplied up, which might overflow.
        if (bytes % elementSize != 0)
            return false;
        var count = bytes / elementSize;
        for (var i = 0; i < rank; i++)
            if (sizes[i] == 0)
                return count == 0;
        for (var i = 0; i < rank; i++)
        {
            if (count % sizes[i] != 0)
                return false;
            count /= sizes[i];
        }

        return count == 1;
    }

    public bool Is(Shape shape)
    {
        if (shape.Rank != rank)
            return false;
        for (var i = 0; i < rank; i++)
            if (sizes[i] != shape[i])
                return false;
        return true;
    }

    public override string ToString()
    {
        var text = new string[rank];
        for (var i = 0; i < rank; i++)
            text[i] = FormattableString.Invariant($"{sizes[i]}");
        return $"({string.Join(", ", text)})";
    }

    [InlineArray(MaxRank)]
    struct Sizes
    {
        long first;
    }
}
