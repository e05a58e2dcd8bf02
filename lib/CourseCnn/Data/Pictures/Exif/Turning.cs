namespace CourseCnn.Data.Pictures.Exif;

/// <summary>Turns a picture as the camera was held.</summary>
static class Turning
{
    /// <param name="stored">The picture as it lies in the file.</param>
    /// <param name="orientation">1 to 8: where the stored first row and first column belong.</param>
    internal static PixelBuffer Upright(PixelBuffer stored, int orientation)
    {
        if (orientation == ExifOrientation.Upright)
            return stored;

        var (lastX, lastY) = (stored.Width - 1, stored.Height - 1);
        var isOnItsSide = orientation >= 5;
        var result = PixelBuffer.Empty(
            isOnItsSide ? stored.Height : stored.Width, isOnItsSide ? stored.Width : stored.Height, stored.Channels);
        for (var y = 0; y < result.Height; y++)
            for (var x = 0; x < result.Width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (lastX - x, y),
                    3 => (lastX - x, lastY - y),
                    4 => (x, lastY - y),
                    5 => (y, x),
                    6 => (y, lastY - x),
                    7 => (lastX - y, lastY - x),
                    _ => (lastX - y, x),
                };
                stored.From(fromX, fromY)[..stored.Channels].CopyTo(result.From(x, y));
            }

        return result;
    }
}
