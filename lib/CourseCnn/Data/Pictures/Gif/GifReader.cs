namespace CourseCnn.Data.Pictures.Gif;

/// <summary>Reads GIF files, of an animation the first picture.</summary>
static class GifReader
{
    /// <summary>An interlaced picture's rows: from which one on, and how many further each time.</summary>
    static readonly (int First, int Step)[] Passes = [(0, 8), (4, 8), (2, 4), (1, 2)];

    internal static PixelBuffer Read(PictureFile file)
    {
        var frame = GifFrame.First(file);
        if (frame.CodesAt >= file.Bytes.Length)
            throw file.CutOff();
        var bits = file.Bytes[frame.CodesAt];
        if (bits is < 1 or > 8)
            throw file.Damaged();

        var blocks = GifBlocks.Read(file.Bytes, frame.CodesAt + 1);
        var pixels = frame.Width * frame.Height;
        if (pixels > blocks.Data.Length * 8L / (bits + 1) * GifCodes.MostCodes)
            throw blocks.IsWhole ? file.Damaged() : file.CutOff();
        var places = new byte[pixels];
        var written = new GifCodes(bits).Decode(blocks.Data, places) ?? throw file.Damaged();
        if (written < pixels)
            throw blocks.IsWhole ? file.Damaged() : file.CutOff();
        return Draw(frame, places);
    }

    static PixelBuffer Draw(GifFrame frame, byte[] places)
    {
        var isWhole = frame is { Left: 0, Top: 0 } && frame.Width == frame.ScreenWidth && frame.Height == frame.ScreenHeight;
        var hasAlpha = !isWhole || frame.Transparent >= 0;
        var result = PixelBuffer.Empty(frame.ScreenWidth, frame.ScreenHeight, hasAlpha ? 4 : 3);
        var row = 0;
        foreach (var y in Rows(frame))
        {
            var from = places.AsSpan(row++ * frame.Width, frame.Width);
            var to = result.From(frame.Left, frame.Top + y);
            for (var x = 0; x < from.Length; x++)
                Paint(frame, from[x], to.Slice(x * result.Channels, result.Channels));
        }

        return result;
    }

    static void Paint(GifFrame frame, int place, Span<byte> pixel)
    {
        if (place == frame.Transparent)
            return;
        // A place behind the palette's end is black.
        if (3 * place < frame.Palette.Length)
            frame.Palette.AsSpan(3 * place, 3).CopyTo(pixel);
        if (pixel.Length == 4)
            pixel[3] = 255;
    }

    static IEnumerable<int> Rows(GifFrame frame) => frame.IsInterlaced
        ? Passes.SelectMany(pass => Enumerable.Range(0, frame.Height).Where(y => y >= pass.First && (y - pass.First) % pass.Step == 0))
        : Enumerable.Range(0, frame.Height);
}
