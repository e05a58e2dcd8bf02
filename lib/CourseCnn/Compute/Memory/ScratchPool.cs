using System.Numerics;

namespace CourseCnn.Compute.Memory;

/// <summary>
/// Keeps working memory from one layer to the next, since asking for megabytes costs more than many a convolution. It holds at most
/// <see cref="MostKept"/> and can be emptied at any time.
/// </summary>
static class ScratchPool
{
    /// <summary>Bytes that are kept at most: what a layer of VGG needs, and little beside what .NET itself takes.</summary>
    public const long MostKept = 128L << 20;

    static readonly ArrayCache Arrays = new(MostKept);

    /// <summary>Bytes that are kept now.</summary>
    public static long Kept => Arrays.Bytes;

    /// <summary>A pinned array of at least this length, with anything in it.</summary>
    public static float[] Rent(int length)
    {
        var size = SizeFor(length);
        return Arrays.Take(size) ?? GC.AllocateUninitializedArray<float>(size, pinned: true);
    }

    public static void Return(float[] array) => Arrays.Put(array);

    /// <summary>Gives all memory back that nobody uses.</summary>
    public static void Clear() => Arrays.Clear();

    /// <summary>Sizes come in steps of an eighth of a power of two, so that similar requests share arrays and waste little.</summary>
    static int SizeFor(int length)
    {
        var step = Math.Max(256, (int)(BitOperations.RoundUpToPowerOf2((uint)length) / 16));
        return (int)Math.Min(Array.MaxLength, ((long)length + step - 1) / step * step);
    }
}
