using System.Globalization;

namespace CourseCnn;

/// <summary>Writes values as Python prints them, for texts that a learner compares with PyTorch's.</summary>
static class Python
{
    public static string Text(bool value) => value ? "True" : "False";

    /// <summary>A float as <c>repr</c> writes it: <c>0.1</c>, <c>1.0</c>, <c>1e-05</c>.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

        var digits = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return digits.AsSpan().ContainsAny('.', 'e') ? digits : digits + ".0";
    }
}
