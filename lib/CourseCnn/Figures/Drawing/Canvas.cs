using System.Text;
using System.Text.RegularExpressions;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Drawing;

/// <summary>What a drawing is made of, written down as SVG as it comes. Sizes are CSS pixels of a drawing shown at full width.</summary>
sealed partial class Canvas(double width)
{
    internal const double Padding = 20;

    /// <summary>A picture with more pixels than these on a side is drawn smooth, since single ones are not meant to be seen.</summary>
    const int MostSharp = 50;

    readonly StringBuilder body = new();
    readonly StringBuilder rules = new();

    internal double Width { get; } = width;

    internal double Height { get; set; }

    internal string Body => body.ToString().TrimEnd('\n');

    /// <summary>Rules of the drawing's own, such as movements; <c>{id}</c> stands for the figure's name.</summary>
    internal string Rules => rules.ToString();

    internal void Rule(string rule) => rules.Append('\n').Append(rule);

    internal void Rect(double x, double y, double width, double height, string style, double radius = 0, string more = "")
    {
        var corners = radius > 0 ? $" rx=\"{Place(radius)}\"" : "";
        body.Append(null, $"<rect class=\"{style}\" {Box(x, y, width, height)}{corners}{more}/>\n");
    }

    /// <summary>A grid of square cells.</summary>
    internal void Cells(double x, double y, int rows, int columns, double cell, string style, string more = "")
    {
        var lines = "";
        for (var row = 1; row < rows; row++)
            lines += $"M{Place(x)} {Place(y + row * cell)}h{Place(columns * cell)}";
        for (var column = 1; column < columns; column++)
            lines += $"M{Place(x + column * cell)} {Place(y)}v{Place(rows * cell)}";
        var outline = $"M{Place(x)} {Place(y)}h{Place(columns * cell)}v{Place(rows * cell)}h{Place(-columns * cell)}z";
        body.Append(null, $"<path class=\"{style}\" d=\"{outline}{lines}\"{more}/>\n");
    }

    internal void Circle(double x, double y, double radius, string style, string more = "") =>
        body.Append(null, $"<circle class=\"{style}\" cx=\"{Place(x)}\" cy=\"{Place(y)}\" r=\"{Place(radius)}\"{more}/>\n");

    internal void Path(string d, string style, double thickness = 1, string more = "")
    {
        if (d == "")
            return;
        var width = thickness == 1 ? "" : $" stroke-width=\"{Place(thickness)}\"";
        body.Append(null, $"<path class=\"{style}\"{width} d=\"{d}\"{more}/>\n");
    }

    /// <summary>An arrow to the right.</summary>
    internal void Arrow(double fromX, double toX, double y)
    {
        Path($"M{Place(fromX)} {Place(y)}H{Place(toX - 5)}", "line", 1.5);
        var (back, above, below) = (Place(toX - 8), Place(y - 4), Place(y + 4));
        body.Append(null, $"<polygon class=\"arrow\" points=\"{Place(toX)},{Place(y)} {back},{above} {back},{below}\"/>\n");
    }

    /// <summary>A picture, its pixels sharp if it has few; <paramref name="more"/> may place it by a transform.</summary>
    internal void Image(double x, double y, double width, double height, PixelGrid picture, string more = "")
    {
        var look = Math.Max(picture.Height, picture.Width) > MostSharp ? "smooth" : "sharp";
        var box = Box(x, y, width, height);
        body.Append(null, $"<image class=\"{look}\" {box} preserveAspectRatio=\"none\" href=\"{picture.Png}\"{more}/>\n");
    }

    /// <summary>A line of text, its middle at the given height.</summary>
    internal void Text(double x, double y, string text, string style, string more = "") =>
        body.Append(null, $"<text class=\"{style}\" x=\"{Place(x)}\" y=\"{Place(y)}\" "
            + $"dy=\".35em\"{more}>{SvgDocument.Escape(text)}</text>\n");

    /// <summary>Text broken into as many lines as it needs on a narrow page, hanging from <paramref name="top"/>.</summary>
    /// <returns>The height that is left for it.</returns>
    internal double Text(double x, double top, double room, string text, TypeSize size, string style = "")
    {
        var lines = TextWidth.Wrap(text, size.Narrow, room);
        return Text(x, top, lines, size, style);
    }

    /// <summary>Text that is broken into lines already.</summary>
    /// <returns>The height that is left for it.</returns>
    internal double Text(double x, double top, IReadOnlyList<string> lines, TypeSize size, string style = "")
    {
        for (var line = 0; line < lines.Count; line++)
            Line(x, top, line, size, SvgDocument.Escape(lines[line]), style);
        return size.Lines(lines.Count);
    }

    /// <summary>
    /// One of several lines. They hang from the first, as close together as the size that the type has on the page asks for.
    /// </summary>
    internal void Line(double x, double top, int line, TypeSize size, string markup, string style = "")
    {
        var middle = top + size.Lines(1) / 2;
        var drop = line * TypeSize.Leading + 0.35;
        var look = $"{size.Class} {style}".TrimEnd();
        body.Append(null, $"<text class=\"{look}\" x=\"{Place(x)}\" y=\"{Place(middle)}\" dy=\"{Place(drop)}em\">{markup}</text>\n");
    }

    /// <summary>What is drawn until the result is disposed of stands in a group.</summary>
    internal Closing Group(string attributes)
    {
        body.Append("<g ").Append(attributes).Append(">\n");
        return new Closing(body);
    }

    /// <summary>The classes that a drawing uses, so that its style sheet need not name others.</summary>
    internal static IReadOnlySet<string> Classes(string body) =>
        Class().Matches(body).SelectMany(match => match.Groups[1].Value.Split(' ')).Append("card").ToHashSet();

    [GeneratedRegex("class=\"([^\"]*)\"")]
    private static partial Regex Class();

    static string Box(double x, double y, double width, double height) =>
        $"x=\"{Place(x)}\" y=\"{Place(y)}\" width=\"{Place(width)}\" height=\"{Place(height)}\"";

    internal readonly struct Closing(StringBuilder body) : IDisposable
    {
        public void Dispose() => body.Append("</g>\n");
    }
}
