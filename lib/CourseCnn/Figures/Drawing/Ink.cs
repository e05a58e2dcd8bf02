using System.Text;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Drawing;

/// <summary>The style sheet of a drawing: what its classes look like, light and dark, wide and narrow.</summary>
static class Ink
{
    /// <summary>A line in an accent.</summary>
    internal static string Line(Accent accent) => $"l{Count((int)accent)}";

    /// <summary>An area for text, edged in an accent.</summary>
    internal static string Box(Accent accent) => $"b{Count((int)accent)}";

    /// <summary>An area filled with the accent itself.</summary>
    internal static string Solid(Accent accent) => $"s{Count((int)accent)}";

    /// <summary>Type in an accent, bold.</summary>
    internal static string Type(Accent accent) => $"t{Count((int)accent)}";

    static readonly TypeSize[] sizes = [TypeSize.Heading, TypeSize.Sum, TypeSize.Body, TypeSize.Small];

    /// <summary>
    /// The rules for those classes that are used. An SVG's style reaches all of the page it stands in, so every rule names the figure.
    /// </summary>
    internal static string Sheet(string id, IReadOnlySet<string> used)
    {
        var rules = new StringBuilder();
        Rule("text", $"font-family:{Theme.Font};text-anchor:middle;fill:{Theme.Light.Text}");
        Rule(".h,.e,.strong", "font-weight:700");
        Rule(".left", "text-anchor:start");
        Rule(".right", "text-anchor:end");
        Rule(".sharp", "image-rendering:pixelated");
        Rule(".narrow", "display:none");
        Rule("path", "fill:none");
        foreach (var size in sizes)
            Rule("." + size.Class, $"font-size:{Place(size.Wide)}px");
        foreach (var (name, declarations) in Colours(Theme.Light))
            Rule("." + name, declarations);

        rules.Append(null, $"@media (max-width:{Count(SvgDocument.NarrowPage)}px){{\n");
        foreach (var size in sizes)
            Rule("." + size.Class, $"font-size:{Place(size.Narrow)}px");

        // What would be too small to read there is left out.
        Rule(".wide,.corner", "display:none");
        Rule(".narrow", "display:inline");
        rules.Append("}\n@media (prefers-color-scheme:dark){\n");
        Rule("text", $"fill:{Theme.Dark.Text}");
        foreach (var (name, declarations) in Colours(Theme.Dark))
            Rule("." + name, declarations);
        return rules.Append('}').ToString();

        void Rule(string selectors, string declarations)
        {
            var wanted = selectors.Split(',').Where(selector => selector[0] != '.' || used.Contains(selector[1..])).ToList();
            if (wanted.Count > 0)
                rules.Append(string.Join(',', wanted.Select(selector => $"#{id} {selector}"))).Append('{').Append(declarations)
                    .Append("}\n");
        }
    }

    static IEnumerable<(string Class, string Declarations)> Colours(Theme.Colours colours)
    {
        yield return ("card", $"fill:{colours.Card}");
        yield return ("key", $"fill:{colours.Card};stroke:{colours.Faint}");
        yield return ("on", $"fill:{colours.Card};font-weight:700");
        yield return ("chip", $"fill:{colours.Cell};stroke:{colours.Faint}");
        yield return ("muted", $"fill:{colours.Muted}");
        yield return ("cell", $"fill:{colours.Cell};stroke:{colours.Line}");
        yield return ("pad", $"fill:{colours.Card};stroke:{colours.Faint}");
        yield return ("node", $"fill:{colours.Card};stroke:{colours.Text}");
        yield return ("panel", $"fill:{colours.Cell}");
        yield return ("line", $"stroke:{colours.Line}");
        yield return ("halo", $"stroke:{colours.Card}");
        yield return ("faint", $"stroke:{colours.Faint}");
        yield return ("frame", $"fill:none;stroke:{colours.Line}");
        yield return ("arrow", $"fill:{colours.Line}");
        foreach (var accent in Enum.GetValues<Accent>())
        {
            var (strong, tint) = colours.Accents[(int)accent];
            yield return (Line(accent), $"fill:none;stroke:{strong}");
            yield return (Box(accent), $"fill:{tint};stroke:{strong}");
            yield return (Solid(accent), $"fill:{strong}");
            yield return (Type(accent), $"fill:{strong};font-weight:700");
        }
    }
}
