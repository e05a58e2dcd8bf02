namespace CourseCnn.Data.Pictures.Bmp;

/// <summary>Writes out BMP pixels that are stored as runs: how often, then which colour.</summary>
/// <remarks>Microsoft's "Bitmap Compression".</remarks>
static class BmpRuns
{
    const byte EndOfRow = 0, EndOfPicture = 1, Jump = 2;

    /// <summary>Places in the palette, row by row as in the file; what is jumped over is place 0.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    internal static byte[] Decode(PictureFile file, BmpHeader header)
    {
        var runs = file.Bytes.AsSpan(header.PixelsAt);
        var isNibbles = header.Compression == BmpCompression.Runs4;
        var places = new byte[(long)header.Width * header.Height];
        for (int x = 0, y = 0; y < header.Height;)
        {
            if (runs.Length < 2)
            {
                // Some programs leave the end out.
                if (y == header.Height - 1 && x == header.Width)
                    break;
                throw file.CutOff();
            }

            var (count, value) = (runs[0], runs[1]);
            runs = runs[2..];
            if (count > 0)
            {
                for (var i = 0; i < count; i++)
                    Put(ref x, y, isNibbles ? (byte)(i % 2 == 0 ? value >> 4 : value & 15) : value);
                continue;
            }

            switch (value)
            {
                case EndOfRow:
                    (x, y) = (0, y + 1);
                    break;
                case EndOfPicture:
                    return places;
                case Jump:
                    if (runs.Length < 2)
                        throw file.CutOff();
                    (x, y) = (Math.Min(x + runs[0], header.Width), y + runs[1]);
                    runs = runs[2..];
                    break;
                default:
                    // So many pixels one by one, filled up to an even number of bytes.
                    var length = isNibbles ? (value + 1) / 2 : value;
                    if (runs.Length < length)
                        throw file.CutOff();
                    for (var i = 0; i < value; i++)
                        Put(ref x, y, isNibbles ? (byte)(i % 2 == 0 ? runs[i / 2] >> 4 : runs[i / 2] & 15) : runs[i]);
                    runs = runs[Math.Min(runs.Length, (length + 1) / 2 * 2)..];
                    break;
            }
        }

        return places;

        // What reaches beyond a row's end is left out.
        void Put(ref int x, int y, byte place)
        {
            if (x < header.Width)
                places[y * header.Width + x++] = place;
        }
    }
}
