using System.Buffers.Binary;
using System.IO.Hashing;
using CourseCnn.Data.Pictures.Exif;

namespace CourseCnn.Data.Pictures.Png;

/// <summary>What the chunks of a PNG file say before its pixels are decoded.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitsPerPixel">Bits of a pixel, all channels together.</param>
/// <param name="CompressedLength">The bytes that hold the pixels.</param>
/// <param name="Orientation">How the camera was held: 1, upright, to 8.</param>
sealed record PngStructure(uint Width, uint Height, int BitsPerPixel, long CompressedLength, int Orientation)
{
    const int SignatureLength = 8;

    /// <summary>Length, name and check sum of a chunk.</summary>
    const int Around = 12;

    /// <summary>A PNG file is a chain of chunks (length, name, data, check sum), the first of which is IHDR and the last IEND.</summary>
    /// <remarks>Portable Network Graphics, third edition, section 5.3.</remarks>
    internal static PngStructure Of(PictureFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (bytes.Length < SignatureLength + Around + 13)
            throw file.CutOff();
        if (!bytes[4..16].SequenceEqual(new byte[] { 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R' }))
            throw file.Damaged();

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        var channels = bytes[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        file.CheckSize(width, height);

        var (compressed, orientation) = (0L, ExifOrientation.Upright);
        for (var chunks = bytes[SignatureLength..]; ;)
        {
            if (chunks.Length < Around)
                throw file.CutOff();
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunks);
            if (length > chunks.Length - Around)
                throw file.CutOff();
            var end = (int)length + 8;
            var name = chunks[4..8];
            if (Crc32.HashToUInt32(chunks[4..end]) != BinaryPrimitives.ReadUInt32BigEndian(chunks[end..]))
                throw file.Damaged();
            if (name.SequenceEqual("IDAT"u8))
                compressed += length;
            else if (name.SequenceEqual("eXIf"u8))
                orientation = ExifOrientation.Read(chunks[8..end]);
            else if (name.SequenceEqual("IEND"u8))
                return new(width, height, channels * bytes[24], compressed, orientation);
            chunks = chunks[(end + 4)..];
        }
    }
}
