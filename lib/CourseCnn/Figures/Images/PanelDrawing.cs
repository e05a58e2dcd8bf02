using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Images;

/// <summary>Draws a figure as static SVG that needs nothing else: pictures are PNGs inside, type is the reader's own.</summary>
static class PanelDrawing
{
    internal static string Draw(Figure figure, PanelGrid grid) => SvgDocument.Of(
        figure, grid.Width, grid.Height, Style(grid, figure.Id), string.Join('\n', grid.Cells.SelectMany(cell => Draw(cell, grid))));

    /// <summary>What the figure is called where there is room for a few words only.</summary>
    internal static string Title(IReadOnlyList<Panel> panels)
    {
        var titles = panels.Select(panel => panel.Title).OfType<string>().ToList();
        return titles.Count switch
        {
            0 => "Picture",
            <= 4 => string.Join(", ", titles),
            _ => $"{titles[0]}, {titles[1]} to {titles[^1]}",
        };
    }

    /// <summary>An SVG's style reaches all of the page it stands in, so every rule names the figure.</summary>
    static string Style(PanelGrid grid, string id) => $$"""
        #{{id}} text{font-family:{{Theme.Font}};font-weight:700;text-anchor:middle;fill:{{Theme.Light.Text}}}
        #{{id}} text{font-size:{{Place(grid.TickSize)}}px}
        #{{id}} .title{font-size:{{Place(grid.TitleSize)}}px}
        #{{id}} .row{text-anchor:end}
        #{{id}} .card{fill:{{Theme.Light.Card}}}
        #{{id}} path{fill:none;stroke:{{Theme.Light.Text}}}
        #{{id}} image{image-rendering:pixelated}
        @media (max-width:{{Count(SvgDocument.NarrowPage)}}px){
        #{{id}} text{font-size:{{Place(grid.NarrowTickSize)}}px}
        #{{id}} .title{font-size:{{Place(grid.NarrowTitleSize)}}px}
        }
        @media (prefers-color-scheme:dark){
        #{{id}} text{fill:{{Theme.Dark.Text}}}
        #{{id}} .card{fill:{{Theme.Dark.Card}}}
        #{{id}} path{stroke:{{Theme.Dark.Text}}}
        }
        """;

    static IEnumerable<string> Draw(PanelGrid.Cell cell, PanelGrid grid)
    {
        var (centre, baseline) = (Place(cell.X + cell.Width / 2), Place(cell.Y - PanelGrid.TitleGap));
        for (var line = 0; line < cell.Title.Count; line++)
        {
            // Offsets in em keep the lines apart whichever size the type has.
            var rise = Place((line - cell.Title.Count + 1) * PanelGrid.LineHeight);
            yield return $"""<text class="title" x="{centre}" y="{baseline}" dy="{rise}em">{SvgDocument.Escape(cell.Title[line])}</text>""";
        }

        var (width, height) = (Place(cell.PictureWidth), Place(cell.PictureHeight));
        var frame = $"""x="{Place(cell.X)}" y="{Place(cell.Y)}" width="{width}" height="{height}" preserveAspectRatio="none" """;
        yield return $"""<image {frame}href="{cell.Panel.Picture.Png}"/>""";
        if (!cell.Panel.Axis)
            yield break;

        var (left, bottom, step) = (cell.X, cell.Y + cell.Height, grid.TickStep(cell));
        var lines = $"M{Place(left)} {Place(cell.Y)}V{Place(bottom)}H{Place(left + cell.Width)}";
        for (var row = 0; row < cell.Rows; row += step)
        {
            var y = Place(cell.Y + (row + 0.5) * cell.PixelSize);
            lines += $"M{Place(left)} {y}h{Place(-PanelGrid.TickLength)}";
            yield return $"""<text class="row" x="{Place(left - PanelGrid.TickLength - 3)}" y="{y}" dy=".35em">{Count(row)}</text>""";
        }

        for (var column = 0; column < cell.Columns; column += step)
        {
            var x = Place(left + (column + 0.5) * cell.PixelSize);
            lines += $"M{x} {Place(bottom)}v{Place(PanelGrid.TickLength)}";
            yield return $"""<text x="{x}" y="{Place(bottom + PanelGrid.TickLength + 3)}" dy=".75em">{Count(column)}</text>""";
        }

        yield return $"""<path d="{lines}"/>""";
    }
}
