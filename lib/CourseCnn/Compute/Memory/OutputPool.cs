namespace CourseCnn;

/// <summary>
/// Memory for results. It is never cleared first, since every number is written; and large arrays that held the intermediate results of a
/// row of layers, which nobody else has seen, are used again: new memory costs more than many a convolution.
/// </summary>
static class OutputPool
{
    /// <summary>Numbers from which on an array is worth keeping.</summary>
    const int Large = 1 << 14;

    /// <summary>Bytes that are kept at most.</summary>
    const long MostKept = 64L << 20;

    static readonly Lock Gate = new();
    static readonly Dictionary<int, Stack<float[]>> Kept = [];
    static long kept;

    /// <summary>An array of exactly this length, with anything in it; the caller's for good.</summary>
    public static float[] Allocate(int length)
    {
        if (length >= Large)
            lock (Gate)
                if (Kept.TryGetValue(length, out var arrays) && arrays.TryPop(out var array))
                {
                    kept -= Bytes(length);
                    return array;
                }

        return GC.AllocateUninitializedArray<float>(length);
    }

    /// <summary>Takes an array that nobody else holds, neither it nor a span of it.</summary>
    public static void Return(float[] array)
    {
        if (array.Length < Large)
            return;
        lock (Gate)
        {
            if (Bytes(array.Length) > MostKept)
                return;
            // Full of sizes that were wanted before: make room for those that are wanted now.
            if (kept + Bytes(array.Length) > MostKept)
                Empty();
            if (!Kept.TryGetValue(array.Length, out var arrays))
                Kept.Add(array.Length, arrays = new());
            arrays.Push(array);
            kept += Bytes(array.Length);
        }
    }

    /// <summary>Gives all memory back.</summary>
    public static void Clear()
    {
        lock (Gate)
            Empty();
    }

    static void Empty()
    {
        Kept.Clear();
        kept = 0;
    }

    static long Bytes(int length) => sizeof(float) * (long)length;
}
