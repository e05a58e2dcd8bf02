namespace CourseCnn.Compute.Pooling;

/// <summary>The rows (or the columns) that one window of a pooling covers, from the first to just before the last.</summary>
readonly record struct Window(int From, int To)
{
    public int Length => To - From;

    /// <summary>The window at a place along one side, also where it reaches over the edge.</summary>
    public static Window At(int place, int stride, int padding, int reach) =>
        new(place * stride - padding, place * stride - padding + reach);

    /// <summary>The part that lies before an edge.</summary>
    public Window Before(int edge) => this with { To = Math.Min(To, edge) };

    /// <summary>The part that lies in the input.</summary>
    public Window Within(int size) => new(Math.Max(From, 0), Math.Min(To, size));

    /// <summary>One of <paramref name="parts"/> windows that together cover a side evenly; neighbours may share a row.</summary>
    public static Window Part(int part, int parts, int size) =>
        new((int)((long)part * size / parts), (int)(((long)(part + 1) * size + parts - 1) / parts));
}
