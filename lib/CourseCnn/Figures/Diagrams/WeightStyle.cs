using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>How the weights of a filter are told apart: by colour, and where there are more than colours, by dashes too.</summary>
static class WeightStyle
{
    static readonly int colours = Enum.GetValues<Accent>().Length;

    /// <summary>How many weights can be told apart.</summary>
    internal const int Most = 9;

    internal static Accent Colour(int weight) => (Accent)(weight % colours);

    internal static string Dashes(int weight) => (weight / colours) switch
    {
        0 => "",
        1 => " stroke-dasharray=\"7 4\"",
        _ => " stroke-dasharray=\"1.5 3\"",
    };

    /// <summary>A digit as a subscript.</summary>
    internal static char Subscript(int digit) => (char)('\u2080' + digit);
}
