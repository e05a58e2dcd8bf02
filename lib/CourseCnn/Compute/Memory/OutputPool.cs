namespace CourseCnn.Compute.Memory;

/// <summary>
/// Memory for results. It is never cleared first, since every number is written; and large arrays that held the intermediate results of a
/// row of layers, which nobody else has seen, are used again: new memory costs more than many a convolution.
/// </summary>
static class OutputPool
{
    /// <summary>Numbers from which on an array is worth keeping.</summary>
    const int Large = 1 << 12;

    /// <summary>Bytes that are kept at most.</summary>
    const long MostKept = 64L << 20;

    static readonly ArrayCache Arrays = new(MostKept);

    /// <summary>An array of exactly this length, with anything in it; the caller's for good.</summary>
    public static float[] Allocate(int length) =>
        (length >= Large ? Arrays.Take(length) : null) ?? GC.AllocateUninitializedArray<float>(length);

    /// <summary>Takes an array that nobody else holds, neither it nor a span of it.</summary>
    public static void Return(float[] array)
    {
        if (array.Length >= Large)
            Arrays.Put(array);
    }

    /// <summary>Gives all memory back.</summary>
    public static void Clear() => Arrays.Clear();
}
