using System.Buffers.Binary;
using System.IO.Hashing;

namespace CourseCnn;

/// <summary>Looks whether a picture file is all there: decoders often fill what is missing with black, without a word.</summary>
static class PictureFormat
{
    internal static FileState Check(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => CheckPng(file[8..]),
        [0xFF, 0xD8, 0xFF, ..] => CheckJpeg(file[2..]),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => file.TrimEnd((byte)0) is [.., (byte)';'] ? FileState.Whole : FileState.CutOff,
        [(byte)'B', (byte)'M', ..] => CheckBmp(file),
        _ => StartsLikePng(file) ? FileState.CutOff : FileState.Unknown,
    };

    /// <summary>A PNG file is a chain of chunks (length, name, data, check sum), of which IEND is the last.</summary>
    /// <remarks>Portable Network Graphics, third edition, section 5.3.</remarks>
    static FileState CheckPng(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunks);
            if (length > chunks.Length - 12)
                return FileState.CutOff;
            var end = (int)length + 8;
            if (Crc32.HashToUInt32(chunks[4..end]) != BinaryPrimitives.ReadUInt32BigEndian(chunks[end..]))
                return FileState.Damaged;
            if (chunks[4..8].SequenceEqual("IEND"u8))
                return FileState.Whole;
            chunks = chunks[(end + 4)..];
        }

        return FileState.CutOff;
    }

    /// <summary>A JPEG file is a chain of segments (0xFF, kind, length, data); pixels may follow one; kind 0xD9 is the last.</summary>
    /// <remarks>ITU-T T.81, annex B.1.1.</remarks>
    static FileState CheckJpeg(ReadOnlySpan<byte> segments)
    {
        const byte End = 0xD9;
        while (true)
        {
            // Pixels, and bytes that fill up, end at the next 0xFF with a kind: 0
            // stands for the number 0xFF itself, 0xD0 to 0xD7 only mark places.
            var start = 0;
            while (start + 1 < segments.Length && !(segments[start] == 0xFF && StartsSegment(segments[start + 1])))
                start++;
            if (start + 1 >= segments.Length)
                return FileState.CutOff;
            var kind = segments[start + 1];
            if (kind == End)
                return FileState.Whole;
            segments = segments[(start + 2)..];
            if (segments.Length < 2)
                return FileState.CutOff;
            var length = BinaryPrimitives.ReadUInt16BigEndian(segments);
            if (length < 2)
                return FileState.Damaged;
            if (length > segments.Length)
                return FileState.CutOff;
            segments = segments[length..];
        }
    }

    static bool StartsSegment(byte kind) => kind is not (0 or 1 or 0xFF or (>= 0xD0 and <= 0xD7));

    static FileState CheckBmp(ReadOnlySpan<byte> file) =>
        file.Length >= 26 && BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) <= file.Length ? FileState.Whole : FileState.CutOff;

    static bool StartsLikePng(ReadOnlySpan<byte> file) => file.Length < 8 && file is [0x89, ..];
}
