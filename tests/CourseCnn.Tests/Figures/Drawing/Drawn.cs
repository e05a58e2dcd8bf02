using System.Globalization;
using System.Xml.Linq;

namespace CourseCnn.Tests.Figures.Drawing;

/// <summary>Reads what a drawing shows.</summary>
static class Drawn
{
    static readonly XNamespace svg = "http://www.w3.org/2000/svg";

    internal static readonly Tensor Ramp6 = Ramp((6, 6));

    internal static Tensor Ramp(Shape shape) => new([.. Enumerable.Range(0, shape.Count).Select(index => index * 37 % 101 / 100f)], shape);

    internal static IReadOnlyList<XElement> Elements(Figure figure, string name) =>
        [.. XElement.Parse(figure.ToSvg()).Descendants(svg + name)];

    internal static IReadOnlyList<string> Texts(Figure figure) => [.. Elements(figure, "text").Select(text => text.Value)];

    /// <summary>The sums of an animation, each seen at one step only: what their lines say on a wide page.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Steps(Figure figure) =>
    [
        .. Elements(figure, "g").Where(group => (string?)group.Attribute("class") is "at sum" or "last sum")
            .Select(group => group.Descendants(svg + "text").Where(line => (string?)line.Parent!.Attribute("class") != "narrow")
                .Select(line => line.Value).ToList()),
    ];

    /// <summary>How many straight lines the paths of a style have.</summary>
    internal static int Edges(Figure figure, string style) => Elements(figure, "path")
        .Where(path => (string?)path.Attribute("class") == style && !((string)path.Attribute("d")!).Contains('z'))
        .Sum(path => ((string)path.Attribute("d")!).Count(letter => letter == 'L'));

    /// <summary>What a figure is under the culture of a country that writes 0,85 and 1.000.</summary>
    internal static string InGerman(Func<Figure> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var figure = make();
            return figure.ToHtml() + figure.Alt;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
