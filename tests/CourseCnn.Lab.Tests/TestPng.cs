using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CourseCnn.Lab.Tests;

/// <summary>A PNG written here, so that a test decides each pixel and how they are packed.</summary>
static class TestPng
{
    /// <param name="width">Pixels in a row.</param>
    /// <param name="grey">The pixels, row by row.</param>
    /// <param name="level">How well they are packed.</param>
    internal static byte[] Of(int width, byte[] grey, CompressionLevel level = CompressionLevel.Optimal)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), grey.Length / width);
        header[8] = 8; // Bits a pixel, all of them grey.

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true))
        {
            foreach (var row in grey.Chunk(width))
                zlib.Write([0, .. row]);
        }
        return [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    internal static string Base64(int width, byte[] grey, CompressionLevel level = CompressionLevel.Optimal) =>
        Convert.ToBase64String(Of(width, grey, level));

    static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. length, .. named, .. Sum(named)];
    }

    /// <summary>The check sum that ends a chunk, as the PNG specification's appendix on CRC has it.</summary>
    static byte[] Sum(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, ~crc);
        return sum;
    }
}
