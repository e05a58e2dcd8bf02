using System.Buffers.Binary;

namespace CourseCnn.Data.Pictures.Gif;

/// <summary>The first picture in a GIF file.</summary>
/// <param name="ScreenWidth">The width of the area that it is shown in.</param>
/// <param name="ScreenHeight">Its height.</param>
/// <param name="Left">Where the picture begins there.</param>
/// <param name="Top">Where it begins there, from above.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsInterlaced">Whether every eighth row comes first.</param>
/// <param name="Palette">Three bytes for each colour.</param>
/// <param name="Transparent">Which place in the palette is transparent; -1 for none.</param>
/// <param name="CodesAt">Where in the file the pixels begin.</param>
sealed record GifFrame(
    int ScreenWidth,
    int ScreenHeight,
    int Left,
    int Top,
    int Width,
    int Height,
    bool IsInterlaced,
    byte[] Palette,
    int Transparent,
    int CodesAt)
{
    const int ScreenLength = 13, DescriptorLength = 10;
    const byte Descriptor = 0x2C, Extension = 0x21, Control = 0xF9;

    /// <remarks>GIF89a, sections 17 to 23.</remarks>
    internal static GifFrame First(PictureFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (bytes.Length < ScreenLength)
            throw file.CutOff();
        file.CheckSize(Math.Max(Number(bytes, 6), 1), Math.Max(Number(bytes, 8), 1));

        var at = ScreenLength;
        var (palette, transparent) = (PaletteOf(bytes[10], ref at), -1);
        while (at < bytes.Length && bytes[at] == Extension)
        {
            var blocks = GifBlocks.Read(bytes, at + 2);
            if (!blocks.IsWhole)
                throw file.CutOff();
            if (bytes[at + 1] == Control && blocks.Data is [var flags, _, _, var place, ..])
                transparent = (flags & 1) == 1 ? place : -1;
            at = blocks.End;
        }

        if (at + DescriptorLength > bytes.Length)
            throw file.CutOff();
        if (bytes[at] != Descriptor)
            throw file.Damaged();
        var descriptor = bytes.Slice(at, DescriptorLength);
        at += DescriptorLength;
        palette = PaletteOf(descriptor[9], ref at) ?? palette ?? throw file.Damaged();
        var (left, top, width, height) = (Number(descriptor, 1), Number(descriptor, 3), Number(descriptor, 5), Number(descriptor, 7));
        // A first picture that is larger than the area for all is shown whole, as browsers do.
        var (screenWidth, screenHeight) = (Math.Max(Number(bytes, 6), left + width), Math.Max(Number(bytes, 8), top + height));
        file.CheckSize(width, height);
        file.CheckSize(screenWidth, screenHeight);
        return new(screenWidth, screenHeight, left, top, width, height, (descriptor[9] & 0x40) != 0, palette, transparent, at);

        byte[]? PaletteOf(byte flags, ref int at)
        {
            if ((flags & 0x80) == 0)
                return null;
            var length = 3 << (flags & 7) + 1;
            if (at + length > file.Bytes.Length)
                throw file.CutOff();
            at += length;
            return file.Bytes[(at - length)..at];
        }
    }

    static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
