namespace CourseCnn.Figures.Drawing;

/// <summary>
/// One look for every figure: grey-scale pictures, bold labels, no grid, on a card of its own that is legible on any page. Text on the
/// card, on a cell or on a tint has a contrast of at least 4.5:1, a line on the card of at least 3:1.
/// </summary>
static class Theme
{
    internal const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>
    /// Sky blue of the colour-blind-safe palette by Okabe and Ito: no shade of grey, so it marks a pixel that has no value.
    /// </summary>
    internal static readonly Rgb Missing = new(0x56, 0xB4, 0xE9);

    /// <summary>
    /// The accents' order is that of <see cref="Accent"/>. Their hues are Okabe and Ito's, their shades those that text needs.
    /// </summary>
    internal static readonly Colours Light = new(
        Card: "#ffffff", Text: "#1f2328", Muted: "#59626d", Line: "#8a939d", Faint: "#c9d0d8", Cell: "#f3f5f7",
        Accents: [new("#b34700", "#fde6d5"), new("#0050b0", "#dce8f9"), new("#00784a", "#d6f0e5"), new("#8a2f7a", "#f6e1ef")]);

    internal static readonly Colours Dark = new(
        Card: "#1b1f24", Text: "#e6e9ed", Muted: "#a3acb6", Line: "#78828d", Faint: "#444c56", Cell: "#262c33",
        Accents: [new("#f5a34c", "#4d3013"), new("#6aa5ff", "#17355e"), new("#5fe0a0", "#143f30"), new("#e592c8", "#4b2640")]);

    /// <param name="Card">What everything stands on.</param>
    /// <param name="Text">Type, and the axes of a picture.</param>
    /// <param name="Muted">Type that says the less important.</param>
    /// <param name="Line">The edges of cells and the lines of a diagram.</param>
    /// <param name="Faint">Lines that are there in great number, as a texture.</param>
    /// <param name="Cell">What numbers stand in.</param>
    /// <param name="Accents">What stands out.</param>
    internal sealed record Colours(
        string Card, string Text, string Muted, string Line, string Faint, string Cell, IReadOnlyList<AccentColours> Accents);

    /// <param name="Strong">For lines, and for type on the card or on the tint.</param>
    /// <param name="Tint">For areas that text stands on.</param>
    internal readonly record struct AccentColours(string Strong, string Tint);

    internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
    {
        public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
    }
}
