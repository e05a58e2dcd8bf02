using System.Buffers.Binary;

namespace CourseCnn.Modules.State;

/// <summary>How a safetensors file stores one number, little-endian.</summary>
/// <param name="Name">The format's name for it.</param>
/// <param name="Size">How many bytes it takes.</param>
/// <param name="Read">Makes a float of the bytes.</param>
sealed record StoredType(string Name, int Size, Func<ReadOnlySpan<byte>, float> Read)
{
    public static readonly StoredType F32 = new("F32", 4, BinaryPrimitives.ReadSingleLittleEndian);

    public static readonly StoredType I64 = new("I64", 8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes));

    /// <summary>All that can be read; what is written is F32 and I64. An array, since going through it takes no memory.</summary>
    public static readonly StoredType[] All =
    [
        F32,
        I64,
        new("F64", 8, bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        new("F16", 2, bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        // The upper half of a float.
        new("BF16", 2, bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        new("I32", 4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        new("I16", 2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        new("I8", 1, bytes => (sbyte)bytes[0]),
        new("U8", 1, bytes => bytes[0]),
    ];
}
