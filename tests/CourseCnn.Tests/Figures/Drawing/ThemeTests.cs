using System.Globalization;
using CourseCnn.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Drawing;

public class ThemeTests
{
    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_stands_out_from_all_it_stands_on(string theme)
    {
        var colours = Of(theme);
        Assert.All([colours.Card, colours.Cell, .. colours.Accents.Select(accent => accent.Tint)], ground =>
            AssertContrast(4.5, colours.Text, ground));
        Assert.All([colours.Card, colours.Cell], ground => AssertContrast(4.5, colours.Muted, ground));
        Assert.All([Accent.Kernel, Accent.Pool], patch => AssertContrast(4.5, colours.Muted, colours.Accents[(int)patch].Tint));
        Assert.All(colours.Accents, accent => Assert.All(
            [colours.Card, colours.Cell, accent.Tint], ground => AssertContrast(4.5, accent.Strong, ground)));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_stand_out_from_the_card(string theme)
    {
        var colours = Of(theme);
        AssertContrast(3, colours.Line, colours.Card);
        Assert.All(colours.Accents, accent => AssertContrast(3, accent.Strong, colours.Card));
    }

    /// <summary>
    /// Colours as readers without one kind of cones see them (matrices of Machado, Oliveira and Fernandes, 2009), in linear light.
    /// </summary>
    [Theory]
    [InlineData("light", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)]
    [InlineData("dark", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)]
    [InlineData("light", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)]
    [InlineData("dark", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)]
    [InlineData("light", 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)]
    [InlineData("dark", 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)]
    public void Accents_stay_apart_for_colour_blind_readers(
        string theme, double rr, double rg, double rb, double gr, double gg, double gb, double br, double bg, double bb)
    {
        var seen = Of(theme).Accents.Select(accent =>
        {
            var (red, green, blue) = Linear(accent.Strong);
            return Lab(rr * red + rg * green + rb * blue, gr * red + gg * green + gb * blue, br * red + bg * green + bb * blue);
        }).ToList();
        for (var first = 0; first < seen.Count; first++)
            for (var second = first + 1; second < seen.Count; second++)
            {
                var ((l1, a1, b1), (l2, a2, b2)) = (seen[first], seen[second]);
                var distance = Math.Sqrt((l1 - l2) * (l1 - l2) + (a1 - a2) * (a1 - a2) + (b1 - b2) * (b1 - b2));
                Assert.True(distance > 17, $"{(Accent)first} and {(Accent)second} are only {distance:0.0} apart.");
            }
    }

    static Theme.Colours Of(string theme) => theme == "light" ? Theme.Light : Theme.Dark;

    static void AssertContrast(double least, string text, string ground)
    {
        var (a, b) = (Luminance(text), Luminance(ground));
        var contrast = (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        Assert.True(contrast >= least, $"{text} on {ground} has a contrast of {contrast:0.00}:1 only.");
    }

    /// <summary>Relative luminance as WCAG defines it.</summary>
    static double Luminance(string colour)
    {
        var (red, green, blue) = Linear(colour);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    static (double Red, double Green, double Blue) Linear(string colour)
    {
        var number = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Channel(number >> 16), Channel(number >> 8), Channel(number));

        static double Channel(int shade)
        {
            var value = (shade & 255) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    static (double L, double A, double B) Lab(double red, double green, double blue)
    {
        var x = Root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        var y = Root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        var z = Root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : 7.787 * value + 16 / 116.0;
    }
}
