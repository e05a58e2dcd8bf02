namespace CourseCnn.Data.Pictures.Gif;

/// <summary>Undoes the compression of GIF files (Lempel, Ziv and Welch): each code stands for a row of pixels seen before.</summary>
/// <remarks>GIF89a, appendix F.</remarks>
sealed class GifCodes(int bits)
{
    /// <summary>The longest row of pixels that a code can stand for.</summary>
    internal const int MostCodes = 4096;

    const int WidestCode = 12;

    // A code's pixels are those of the code before and one more.
    readonly ushort[] before = new ushort[MostCodes], lengths = new ushort[MostCodes];
    readonly byte[] last = new byte[MostCodes];

    /// <param name="data">Codes of a growing number of bits, the lowest bits first.</param>
    /// <param name="pixels">Where the places in the palette go.</param>
    /// <returns>How many pixels there were; null if a code makes no sense.</returns>
    internal int? Decode(ReadOnlySpan<byte> data, Span<byte> pixels)
    {
        var (clear, end) = (1 << bits, (1 << bits) + 1);
        for (var i = 0; i < clear; i++)
            (last[i], lengths[i]) = ((byte)i, 1);

        var (next, width, previous, written, bit) = (end + 1, bits + 1, -1, 0, 0L);
        while (written < pixels.Length && bit + width <= data.Length * 8L)
        {
            var code = Code(data, bit, width);
            bit += width;
            if (code == end)
                break;
            if (code == clear)
            {
                (next, width, previous) = (end + 1, bits + 1, -1);
                continue;
            }

            // A code may be the one that this step makes: the one before and its own first pixel once more.
            if (previous < 0 ? code > clear : code > next || (code == next && next == MostCodes))
                return null;
            if (previous >= 0 && next < MostCodes)
            {
                (before[next], lengths[next]) = ((ushort)previous, (ushort)(lengths[previous] + 1));
                last[next] = First(code == next ? previous : code);
                next++;
                if (next == 1 << width && width < WidestCode)
                    width++;
            }

            Write(code, pixels[written..]);
            written = Math.Min(pixels.Length, written + lengths[code]);
            previous = code;
        }

        return written;
    }

    static int Code(ReadOnlySpan<byte> data, long bit, int width)
    {
        var at = data[(int)(bit / 8)..];
        var three = at[0] | (at.Length > 1 ? at[1] << 8 : 0) | (at.Length > 2 ? at[2] << 16 : 0);
        return three >> (int)(bit % 8) & ((1 << width) - 1);
    }

    byte First(int code)
    {
        while (lengths[code] > 1)
            code = before[code];
        return last[code];
    }

    void Write(int code, Span<byte> pixels)
    {
        for (var i = lengths[code] - 1; i >= 0; i--, code = before[code])
            if (i < pixels.Length)
                pixels[i] = last[code];
    }
}
