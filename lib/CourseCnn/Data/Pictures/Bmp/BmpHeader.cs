using System.Buffers.Binary;

namespace CourseCnn.Data.Pictures.Bmp;

/// <summary>What a BMP file says of itself. Its header grew over the years; its length tells which one it is.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsTopDown">Whether the first row is the uppermost; in most files it is the lowest.</param>
/// <param name="BitsPerPixel">1, 2, 4 or 8 bits are places in the palette.</param>
/// <param name="Compression">How the pixels are written.</param>
/// <param name="Masks">Where in a pixel red, green, blue and alpha are; alpha's is 0 where there is none.</param>
/// <param name="Palette">Three bytes for each colour: blue, green, red.</param>
/// <param name="PixelsAt">Where in the file the pixels begin.</param>
sealed record BmpHeader(
    int Width, int Height, bool IsTopDown, int BitsPerPixel, BmpCompression Compression, uint[] Masks, byte[] Palette, int PixelsAt)
{
    const int FileHeader = 14, Core = 12, Info = 40, WithMasks = 52, WithAlpha = 56, Version4 = 108, Longest = 124;

    /// <remarks>Microsoft's "Bitmap Header Types"; BITMAPCOREHEADER and OS/2's BITMAPINFOHEADER2, which may be shortened.</remarks>
    internal static BmpHeader Of(PictureFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (bytes.Length < FileHeader + Core)
            throw file.CutOff();
        var length = Number32(FileHeader);
        if (length is not (Core or (>= 16 and <= Longest)))
            throw file.Damaged();
        if (bytes.Length < FileHeader + length)
            throw file.CutOff();

        var isCore = length == Core;
        var width = isCore ? Number16(18) : (int)Number32(18);
        var height = isCore ? Number16(20) : (int)Number32(22);
        file.CheckSize(width, Math.Abs((long)height));
        var bits = Number16(isCore ? 24 : 28);
        var compression = (BmpCompression)(length < 20 ? 0 : Number32(30));
        // OS/2 has its own meaning for two numbers.
        if (length == 64 && compression is BmpCompression.BitFields or BmpCompression.Jpeg)
            throw file.Unsupported("a BMP file of OS/2 that is compressed in a way of its own");
        if (compression is BmpCompression.Jpeg or BmpCompression.Png)
            throw file.Unsupported("a BMP file around a JPEG or PNG picture, meant for printers");

        var hasFields = compression is BmpCompression.BitFields or BmpCompression.AlphaBitFields;
        var paletteAt = FileHeader + (int)length;
        if (length == Info && hasFields)
            paletteAt += compression == BmpCompression.BitFields ? 12 : 16;
        if (bytes.Length < paletteAt)
            throw file.CutOff();
        var masks = BmpMasks.Default(bits);
        if (hasFields && length >= Info)
            for (var i = 0; i < masks.Length; i++)
                masks[i] = i < 3 || length >= WithAlpha || (length == Info && compression == BmpCompression.AlphaBitFields)
                    ? Number32(FileHeader + Info + 4 * i)
                    : 0;
        else if (bits == 32 && length >= Version4)
            masks[3] = Number32(FileHeader + WithMasks);

        var pixelsAt = Number32(10);
        if (pixelsAt > bytes.Length)
            throw file.CutOff();
        var colours = bits > 8 ? 0 : length < 50 - FileHeader || Number32(46) == 0 ? 1L << bits : Math.Min(Number32(46), 1L << bits);
        var palette = bytes[paletteAt..Math.Max(paletteAt, (int)pixelsAt)];
        return new(width, Math.Abs(height), height < 0, bits, compression, masks, Colours(palette, isCore ? 3 : 4, colours), (int)pixelsAt);

        uint Number32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.Bytes.AsSpan(at));

        int Number16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.Bytes.AsSpan(at));
    }

    static byte[] Colours(ReadOnlySpan<byte> palette, int step, long count)
    {
        // A place behind the palette's end is black.
        var colours = new byte[3 * count];
        for (var i = 0; i < Math.Min(count, palette.Length / step); i++)
            palette.Slice(step * i, 3).CopyTo(colours.AsSpan(3 * i));
        return colours;
    }
}
