using System.Globalization;

namespace CourseCnn.Lab.Notebooks.Check;

/// <summary>When two numbers are the same as far as another processor may compute them.</summary>
static class Closeness
{
    /// <summary>How far two numbers may be apart, as a part of the larger.</summary>
    const double Relative = 1e-5;

    /// <summary>
    /// The same as a part of the largest number around: a pixel that should be 0 is what is left of large numbers that cancel out.
    /// </summary>
    const double OfLargest = 1e-6;

    /// <summary>A number printed with fewer digits says too little to be told from its neighbour by a rounding.</summary>
    const int FewestDigits = 3;

    internal static bool AreClose(double one, double other, double largest = 0) =>
        one.Equals(other)
        || Math.Abs(one - other) <= Math.Max(Relative * Math.Max(Math.Abs(one), Math.Abs(other)), OfLargest * largest);

    /// <summary>
    /// The same for numbers as they are printed: where digits were cut off, the last one may have been rounded either way.
    /// </summary>
    internal static bool AreClose(string one, string other)
    {
        if (one == other)
            return true;
        var (first, second) = (Parse(one), Parse(other));
        if (AreClose(first, second))
            return true;
        // 2.51 may be 2.510 without its last zero.
        var decimals = Math.Max(Decimals(one), Decimals(other));
        return decimals > 0 && Math.Max(Digits(one), Digits(other)) >= FewestDigits
            && Math.Abs(first - second) < 1.5 * Math.Pow(10, -decimals);
    }

    static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    static int Decimals(string number) =>
        number.IndexOf('.') is >= 0 and var point && number.IndexOfAny(['e', 'E']) < 0 ? number.Length - point - 1 : 0;

    static int Digits(string number) => number.SkipWhile(digit => digit is '-' or '0' or '.').Count(char.IsAsciiDigit);
}
