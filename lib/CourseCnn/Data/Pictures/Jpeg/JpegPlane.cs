namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>One component of a JPEG file: brightness, a colour or an ink, which may have fewer pixels than the picture.</summary>
/// <param name="Across">For how many of the picture's pixels one of these stands in a row.</param>
/// <param name="Down">For how many in a column.</param>
/// <param name="Width">How many pixels of a row belong to the picture; blocks may reach further.</param>
/// <param name="Height">How many rows belong to the picture.</param>
/// <param name="Rows">The rows.</param>
sealed record JpegPlane(int Across, int Down, int Width, int Height, byte[][] Rows)
{
    /// <summary>One row of the picture.</summary>
    /// <param name="y">Which one.</param>
    /// <param name="row">As wide as the picture; its numbers are written here.</param>
    /// <remarks>
    /// A pixel lies three times as near to the one that it is a part of as to the next. So two that are one in the file get a mixture
    /// of 3 to 1, as in libjpeg-turbo, which browsers and Pillow use. What is coarser than halves is only repeated.
    /// </remarks>
    internal void Read(int y, Span<byte> row)
    {
        var near = Rows[Math.Min(y / Down, Height - 1)];
        if (Across > 2 || Down > 2)
        {
            for (var x = 0; x < row.Length; x++)
                row[x] = near[x / Across];
            return;
        }

        if (Down == 1)
        {
            // Rounded up and down in turns, so that colours stay the same in the mean.
            for (var x = 0; x < row.Length; x++)
                row[x] = Across == 1 ? near[x] : (byte)((3 * near[x / 2] + near[Beside(x)] + 1 + x % 2) / 4);
            return;
        }

        var far = Rows[Math.Clamp(y % 2 == 0 ? y / 2 - 1 : y / 2 + 1, 0, Height - 1)];
        if (Across == 1)
        {
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)((3 * near[x] + far[x] + 1 + y % 2) / 4);
            return;
        }

        for (var x = 0; x < row.Length; x++)
        {
            var (here, beside) = (3 * near[x / 2] + far[x / 2], 3 * near[Beside(x)] + far[Beside(x)]);
            row[x] = (byte)((3 * here + beside + 8 - x % 2) / 16);
        }
    }

    /// <summary>The pixel next to the one that this one is a part of, on its own side.</summary>
    int Beside(int x) => Math.Clamp(x % 2 == 0 ? x / 2 - 1 : x / 2 + 1, 0, Width - 1);
}
