using System.Numerics;

namespace CourseCnn;

/// <summary>
/// Keeps working memory from one layer to the next, since asking for megabytes costs more than many a convolution. It holds at most
/// <see cref="MostKept"/> and can be emptied at any time.
/// </summary>
static class ScratchPool
{
    /// <summary>Bytes that are kept at most: what a layer of VGG needs, and little beside what .NET itself takes.</summary>
    public const long MostKept = 128L << 20;

    static readonly Lock Gate = new();
    static readonly Dictionary<int, Stack<float[]>> Arrays = [];
    static long kept;

    /// <summary>Bytes that are kept now.</summary>
    public static long Kept => Volatile.Read(ref kept);

    /// <summary>A pinned array of at least this length, with anything in it.</summary>
    public static float[] Rent(int length)
    {
        var size = SizeFor(length);
        lock (Gate)
        {
            if (Arrays.TryGetValue(size, out var arrays) && arrays.TryPop(out var array))
            {
                kept -= Bytes(array);
                return array;
            }
        }

        return GC.AllocateUninitializedArray<float>(size, pinned: true);
    }

    public static void Return(float[] array)
    {
        lock (Gate)
        {
            if (Bytes(array) > MostKept)
                return;
            // Full of sizes that were wanted before: make room for those that are wanted now.
            if (kept + Bytes(array) > MostKept)
                Empty();
            if (!Arrays.TryGetValue(array.Length, out var arrays))
                Arrays.Add(array.Length, arrays = new());
            arrays.Push(array);
            kept += Bytes(array);
        }
    }

    /// <summary>Gives all memory back that nobody uses.</summary>
    public static void Clear()
    {
        lock (Gate)
            Empty();
    }

    static void Empty()
    {
        Arrays.Clear();
        kept = 0;
    }

    /// <summary>Sizes come in steps of an eighth of a power of two, so that similar requests share arrays and waste little.</summary>
    static int SizeFor(int length)
    {
        var step = Math.Max(256, (int)(BitOperations.RoundUpToPowerOf2((uint)length) / 16));
        return (int)Math.Min(Array.MaxLength, ((long)length + step - 1) / step * step);
    }

    static long Bytes(float[] array) => sizeof(float) * (long)array.Length;
}
