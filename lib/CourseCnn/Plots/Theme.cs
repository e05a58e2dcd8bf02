namespace CourseCnn;

/// <summary>
/// One look for every figure: grey-scale pictures, bold labels, no grid, on a card of its own that is legible on any page.
/// </summary>
static class Theme
{
    internal const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>
    /// Sky blue of the colour-blind-safe palette by Okabe and Ito: no shade of grey, so it marks a pixel that has no value.
    /// </summary>
    internal static readonly Rgb Missing = new(0x56, 0xB4, 0xE9);

    internal static readonly Colours Light = new(Card: "#ffffff", Text: "#1f2328");
    internal static readonly Colours Dark = new(Card: "#1b1f24", Text: "#e6e9ed");

    internal readonly record struct Colours(string Card, string Text);

    internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
    {
        public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
    }
}
