using System.Buffers.Binary;

namespace CourseCnn.Data.Pictures.Exif;

/// <summary>Finds in the notes of a camera how it was held: as a number from 1, upright, to 8.</summary>
/// <remarks>CIPA DC-008 (Exif), section 4.6: a TIFF file of which only the first directory is read here.</remarks>
static class ExifOrientation
{
    internal const int Upright = 1;

    const int EntryLength = 12;
    const ushort OrientationTag = 0x112, Short = 3, Long = 4;

    /// <param name="notes">From the letters II or MM on, which tell the order of bytes.</param>
    /// <returns>1 to 8; 1 too where nothing is said, or nothing that makes sense.</returns>
    internal static int Read(ReadOnlySpan<byte> notes)
    {
        bool bigEndian;
        switch (notes)
        {
            case [(byte)'I', (byte)'I', 42, 0, _, _, _, _, ..]:
                bigEndian = false;
                break;
            case [(byte)'M', (byte)'M', 0, 42, _, _, _, _, ..]:
                bigEndian = true;
                break;
            default:
                return Upright;
        }

        var start = Number32(notes[4..], bigEndian);
        if (start > notes.Length - 2)
            return Upright;
        var directory = notes[(int)start..];
        var count = Number16(directory, bigEndian);
        directory = directory[2..];
        for (; count > 0 && directory.Length >= EntryLength; count--, directory = directory[EntryLength..])
            if (Number16(directory, bigEndian) == OrientationTag)
                return Value(directory[..EntryLength], bigEndian);
        return Upright;
    }

    static int Value(ReadOnlySpan<byte> entry, bool bigEndian)
    {
        var type = Number16(entry[2..], bigEndian);
        var value = type == Short ? Number16(entry[8..], bigEndian) : type == Long ? Number32(entry[8..], bigEndian) : Upright;
        return value is >= 1 and <= 8 ? (int)value : Upright;
    }

    static ushort Number16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    static uint Number32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
