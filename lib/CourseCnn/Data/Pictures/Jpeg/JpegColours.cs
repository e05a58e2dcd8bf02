using BitMiracle.LibJpeg.Classic;

namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>Makes red, green and blue of what a JPEG file holds: brightness and two colours, or printer's inks.</summary>
static class JpegColours
{
    /// <summary>The components side by side, a byte for each in a pixel.</summary>
    internal static PixelBuffer Join(JpegPlane[] planes, int width, int height, J_COLOR_SPACE space)
    {
        var result = PixelBuffer.Empty(width, height, planes.Length == 1 ? 1 : 3);
        var rows = planes.Select(_ => new byte[width]).ToArray();
        for (var y = 0; y < height; y++)
        {
            for (var i = 0; i < planes.Length; i++)
                planes[i].Read(y, rows[i]);
            var pixels = result.From(0, y)[..(width * result.Channels)];
            if (planes.Length == 1)
            {
                rows[0].CopyTo(pixels);
                continue;
            }

            if (space is J_COLOR_SPACE.JCS_YCbCr or J_COLOR_SPACE.JCS_YCCK)
                FromBrightness(rows[0], rows[1], rows[2], pixels);
            else
                for (var x = 0; x < width; x++)
                    (pixels[3 * x], pixels[3 * x + 1], pixels[3 * x + 2]) = (rows[0][x], rows[1][x], rows[2][x]);
            if (planes.Length == 4)
                FromInks(rows[3], isOpposite: space == J_COLOR_SPACE.JCS_YCCK, pixels);
        }

        return result;
    }

    /// <remarks>JFIF 1.02, in fractions of 65,536.</remarks>
    static void FromBrightness(byte[] brightness, byte[] blueness, byte[] redness, Span<byte> pixels)
    {
        const int half = 1 << 15;
        for (var x = 0; x < brightness.Length; x++)
        {
            var (y, cb, cr) = (brightness[x], blueness[x] - 128, redness[x] - 128);
            pixels[3 * x] = Clamp(y + (91881 * cr + half >> 16));
            pixels[3 * x + 1] = Clamp(y + (-22554 * cb - 46802 * cr + half >> 16));
            pixels[3 * x + 2] = Clamp(y + (116130 * cb + half >> 16));
        }
    }

    /// <summary>
    /// These files hold the opposite of inks, since Photoshop began so: 255 is no ink at all. Files without its mark do so too, and viewers
    /// take them so. Where brightness and colours are stored, they are those of the opposite's opposite.
    /// </summary>
    static void FromInks(byte[] black, bool isOpposite, Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var ink = isOpposite ? 255 - pixels[i] : pixels[i];
            pixels[i] = (byte)((ink * black[i / 3] + 127) / 255);
        }
    }

    static byte Clamp(int value) => (byte)Math.Clamp(value, 0, 255);
}
