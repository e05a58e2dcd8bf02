namespace CourseCnn.Compute.Memory;

/// <summary>Arrays that are kept to be used again, by their lengths, up to a number of bytes. Any thread may call it.</summary>
sealed class ArrayCache(long mostBytes)
{
    readonly Lock gate = new();
    readonly Dictionary<int, Stack<float[]>> arrays = [];
    long bytes;

    /// <summary>Bytes that are kept now.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>An array of exactly this length, if one is kept.</summary>
    public float[]? Take(int length)
    {
        lock (gate)
        {
            if (!arrays.TryGetValue(length, out var same) || !same.TryPop(out var array))
                return null;
            bytes -= BytesOf(array);
            return array;
        }
    }

    /// <summary>Keeps an array that nobody uses any more.</summary>
    public void Put(float[] array)
    {
        if (BytesOf(array) > mostBytes)
            return;
        lock (gate)
        {
            // Full of sizes that were wanted before: make room for those that are wanted now.
            if (bytes + BytesOf(array) > mostBytes)
                Empty();
            if (!arrays.TryGetValue(array.Length, out var same))
                arrays.Add(array.Length, same = new());
            same.Push(array);
            bytes += BytesOf(array);
        }
    }

    /// <summary>Gives all back.</summary>
    public void Clear()
    {
        lock (gate)
            Empty();
    }

    void Empty()
    {
        arrays.Clear();
        bytes = 0;
    }

    static long BytesOf(float[] array) => sizeof(float) * (long)array.Length;
}
