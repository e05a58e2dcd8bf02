using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Images;

/// <summary>Says what pictures side by side show to someone who listens.</summary>
static class AltText
{
    internal static string Of(IReadOnlyList<Panel> panels)
    {
        if (panels is [var only])
            return $"{Capital(Kind(only.Picture))}{Quoted(only.Title)}, {Details(only.Picture)}.";

        // Panels of one size in a row are told together, or 64 feature maps would take minutes to listen to.
        var groups = new List<List<Panel>>();
        foreach (var panel in panels)
        {
            if (groups is [.., var last] && panels.Count > 4 && Alike(last[^1].Picture, panel.Picture))
                last.Add(panel);
            else
                groups.Add([panel]);
        }

        return $"{Numbers.Count(panels.Count)} pictures side by side: {string.Join("; ", groups.Select(Group))}.";
    }

    static string Group(List<Panel> panels)
    {
        if (panels is [var only])
            return $"{Quoted(only.Title).TrimStart()}, {Kind(only.Picture)}, {Details(only.Picture)}";

        var pictures = panels.ConvertAll(panel => panel.Picture);
        return $"{Names(panels)}, {Kind(pictures[0])}s, each {Size(pictures[0])}, "
            + $"values from {Numbers.Value(pictures.Min(picture => picture.Min))} to {Numbers.Value(pictures.Max(picture => picture.Max))}"
            + Missing(pictures.Sum(picture => picture.Missing));
    }

    /// <summary>Numbered panels by the first and the last; names of their own are all told.</summary>
    static string Names(List<Panel> panels)
    {
        var titles = panels.ConvertAll(panel => Quoted(panel.Title).TrimStart());
        return panels[^1].Title is { Length: > 0 } last && !char.IsAsciiDigit(last[^1])
            ? $"{string.Join(", ", titles.SkipLast(1))} and {titles[^1]}"
            : $"{titles[0]} to {titles[^1]}";
    }

    static string Details(PixelGrid picture) => Size(picture)
        + (picture.Min == picture.Max
            ? $", every value {Numbers.Value(picture.Min)}"
            : $", values from {Numbers.Value(picture.Min)} to {Numbers.Value(picture.Max)}")
        + Missing(picture.Missing);

    static bool Alike(PixelGrid a, PixelGrid b) => (a.Channels, a.Height, a.Width) == (b.Channels, b.Height, b.Width);

    static string Kind(PixelGrid picture) => picture.IsColour ? "colour picture" : "grey picture";

    static string Size(PixelGrid picture) =>
        $"{Numbers.Count(picture.Height)} pixel{(picture.Height == 1 ? "" : "s")} high and {Numbers.Count(picture.Width)} wide";

    static string Quoted(string? title) => title is null ? "" : $" \"{title}\"";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static string Missing(int count) => count switch
    {
        0 => "",
        1 => ", and 1 pixel without a value (NaN or infinite), drawn light blue",
        _ => $", and {Numbers.Count(count)} pixels without a value (NaN or infinite), drawn light blue",
    };
}
