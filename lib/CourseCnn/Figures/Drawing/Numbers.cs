using System.Globalization;

namespace CourseCnn.Figures.Drawing;

/// <summary>How figures write numbers: the same in every culture and on every machine.</summary>
static class Numbers
{
    /// <summary>Four significant digits, as hovering shows, and a minus sign that no screen reader takes for a hyphen.</summary>
    internal static string Value(float value) =>
        (value == 0 ? 0 : value).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    internal static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count that may be large, with commas between thousands.</summary>
    internal static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A height and a width, as they are written: 3 × 3.</summary>
    internal static string Times(Size2d size) => $"{Count(size.Height)} × {Count(size.Width)}";

    /// <summary>A height and a width, as they are told to a listener: 3 by 3.</summary>
    internal static string By(Size2d size) => $"{Count(size.Height)} by {Count(size.Width)}";

    /// <summary>A place in a drawing, to a hundredth of a pixel.</summary>
    internal static string Place(double place) => Round(place).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A hundredth, and never a negative zero.</summary>
    static double Round(double place) => Math.Round(place, 2) + 0.0;

    /// <summary>A share of the drawing: fine enough to place a pixel, coarse enough to be the same on every machine.</summary>
    internal static double Share(double share) => Math.Round(share, 5);
}
