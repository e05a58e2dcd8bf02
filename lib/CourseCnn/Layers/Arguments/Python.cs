using System.Globalization;

namespace CourseCnn.Layers.Arguments;

/// <summary>Writes values as Python prints them, for texts that a learner compares with PyTorch's.</summary>
static class Python
{
    public static string Bool(bool value) => value ? "True" : "False";

    public static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "None";

    /// <summary>A float as <c>repr</c> writes it: <c>0.1</c>, <c>1.0</c>, <c>1e-05</c>.</summary>
    public static string Number(double? value)
    {
        if (value is not { } number)
            return "None";
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";

        var digits = number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return digits.AsSpan().ContainsAny('.', 'e') ? digits : digits + ".0";
    }
}
