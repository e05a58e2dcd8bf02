using System.Buffers.Binary;

namespace CourseCnn.Data.Pictures.Bmp;

/// <summary>
/// Reads BMP files: palettes, runs, 16, 24 and 32 bits. Our own, since StbImageSharp knows no runs and takes the spare byte of a pixel
/// for transparency.
/// </summary>
static class BmpReader
{
    internal static PixelBuffer Read(PictureFile file)
    {
        var header = BmpHeader.Of(file);
        var isRuns = header.Compression is BmpCompression.Runs4 or BmpCompression.Runs8;
        var fits = header.Compression switch
        {
            BmpCompression.Runs8 => header.BitsPerPixel == 8 && !header.IsTopDown,
            BmpCompression.Runs4 => header.BitsPerPixel == 4 && !header.IsTopDown,
            BmpCompression.None => header.BitsPerPixel is 1 or 2 or 4 or 8 or 16 or 24 or 32,
            BmpCompression.BitFields or BmpCompression.AlphaBitFields => header.BitsPerPixel is 16 or 32 && BmpMasks.AreWhole(header.Masks),
            _ => false,
        };
        if (!fits)
            throw file.Damaged();

        var stride = isRuns ? header.Width : ((long)header.Width * header.BitsPerPixel + 31) / 32 * 4;
        // The bytes that fill up the last row may be missing.
        var needed = isRuns ? 0 : stride * (header.Height - 1) + ((long)header.Width * header.BitsPerPixel + 7) / 8;
        if (file.Bytes.Length - header.PixelsAt < needed)
            throw file.CutOff();

        var rows = isRuns ? BmpRuns.Decode(file, header) : file.Bytes.AsSpan(header.PixelsAt);
        var result = PixelBuffer.Empty(header.Width, header.Height, header.Masks[3] == 0 ? 3 : 4);
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows[(int)(stride * y)..];
            var to = result.From(0, header.IsTopDown ? y : header.Height - 1 - y)[..(header.Width * result.Channels)];
            if (header.BitsPerPixel <= 8)
                FromPalette(row, header, isRuns ? 8 : header.BitsPerPixel, to);
            else
                FromMasks(row, header, to, result.Channels);
        }

        return result;
    }

    static void FromPalette(ReadOnlySpan<byte> row, BmpHeader header, int bits, Span<byte> to)
    {
        for (var x = 0; x < header.Width; x++)
        {
            var bit = x * bits;
            var place = row[bit / 8] >> (8 - bits - bit % 8) & ((1 << bits) - 1);
            if (3 * place + 2 < header.Palette.Length)
                (to[3 * x], to[3 * x + 1], to[3 * x + 2]) =
                    (header.Palette[3 * place + 2], header.Palette[3 * place + 1], header.Palette[3 * place]);
        }
    }

    static void FromMasks(ReadOnlySpan<byte> row, BmpHeader header, Span<byte> to, int channels)
    {
        var bytes = header.BitsPerPixel / 8;
        for (var x = 0; x < header.Width; x++)
        {
            var at = row[(bytes * x)..];
            var pixel = bytes switch
            {
                2 => BinaryPrimitives.ReadUInt16LittleEndian(at),
                3 => (uint)(at[0] | at[1] << 8 | at[2] << 16),
                _ => BinaryPrimitives.ReadUInt32LittleEndian(at),
            };
            for (var c = 0; c < channels; c++)
                to[channels * x + c] = BmpMasks.Channel(pixel, header.Masks[c]);
        }
    }
}
