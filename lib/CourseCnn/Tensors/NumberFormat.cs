using System.Globalization;

namespace CourseCnn.Tensors;

/// <summary>
/// One way to write all the numbers of a tensor: as whole numbers with a point (<c>3.</c>), with four digits after the point,
/// or with an exponent where sizes differ too much. Decided from the numbers as PyTorch decides it.
/// </summary>
sealed class NumberFormat
{
    const int Digits = 4;
    const int Scale = 10_000;
    readonly bool whole;
    readonly bool exponent;

    internal NumberFormat(IReadOnlyList<float> numbers)
    {
        float[] telling = [.. numbers.Where(x => float.IsFinite(x) && x != 0)];
        whole = telling.All(float.IsInteger);
        if (telling.Length == 0)
            return;

        double smallest = telling.Min(Math.Abs), largest = telling.Max(Math.Abs);
        exponent = largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
        Width = telling.Max(x => WriteFinite(x).Length);
    }

    /// <summary>How many characters the longest finite number takes.</summary>
    internal int Width { get; } = 1;

    /// <summary>The number, padded to the common width.</summary>
    internal string Write(float number) => Plain(number).PadLeft(Width);

    string Plain(float number) => number switch
    {
        float.NaN => "nan",
        float.PositiveInfinity => "inf",
        float.NegativeInfinity => "-inf",
        _ => WriteFinite(number),
    };

    string WriteFinite(float number)
    {
        var sign = float.IsNegative(number) ? "-" : "";
        double size = Math.Abs(number);
        return sign + (exponent ? WithExponent(size) : whole ? WithPoint(size) : WithFraction(size));
    }

    static string WithPoint(double size) => size.ToString("F0", CultureInfo.InvariantCulture) + ".";

    /// <remarks>A float times 10,000 is exact in double, so that ties are seen, and go to the even digit as in Python.</remarks>
    static string WithFraction(double size)
    {
        var scaled = (long)Math.Round(size * Scale, MidpointRounding.ToEven);
        return string.Create(CultureInfo.InvariantCulture, $"{scaled / Scale}.{scaled % Scale:D4}");
    }

    static string WithExponent(double size)
    {
        // 160 digits write any float exactly; then the rounding, ties to even, is ours.
        var exact = size.ToString("E160", CultureInfo.InvariantCulture);
        var power = int.Parse(exact.AsSpan(exact.IndexOf('E') + 1), CultureInfo.InvariantCulture);
        var kept = int.Parse(exact[0] + exact.Substring(2, Digits), CultureInfo.InvariantCulture);
        var rest = exact.AsSpan(2 + Digits, 160 - Digits);
        var tie = rest[0] == '5' && !rest[1..].ContainsAnyExcept('0');
        if (tie ? kept % 2 == 1 : rest[0] >= '5')
            kept++;
        if (kept == 10 * Scale)
            (kept, power) = (Scale, power + 1);
        var sign = power < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{kept / Scale}.{kept % Scale:D4}e{sign}{Math.Abs(power):D2}");
    }
}
