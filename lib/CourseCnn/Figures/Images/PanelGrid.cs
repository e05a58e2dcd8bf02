using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Images;

/// <summary>
/// Where the panels of a figure stand, in CSS pixels of a figure shown at full width. On a narrow page all of it shrinks, but type is then
/// set larger in proportion; the room left for it is the one that the larger type needs.
/// </summary>
sealed class PanelGrid
{
    /// <summary>
    /// Where a picture is drawn. The frame has room for <paramref name="Rows"/> by <paramref name="Columns"/> pixels, the picture may be
    /// smaller.
    /// </summary>
    /// <param name="Panel">What is drawn.</param>
    /// <param name="X">The frame's left edge.</param>
    /// <param name="Y">The frame's upper edge.</param>
    /// <param name="PixelSize">How large one pixel is drawn.</param>
    /// <param name="Rows">The frame's height in pixels.</param>
    /// <param name="Columns">The frame's width in pixels.</param>
    /// <param name="Leader">The first cell of those that zoom together.</param>
    /// <param name="Title">The title's lines.</param>
    internal sealed record Cell(
        Panel Panel, double X, double Y, double PixelSize, int Rows, int Columns, int Leader, IReadOnlyList<string> Title)
    {
        internal double Width => Columns * PixelSize;

        internal double Height => Rows * PixelSize;

        internal double PictureWidth => Panel.Picture.Width * PixelSize;

        internal double PictureHeight => Panel.Picture.Height * PixelSize;
    }

    internal const double TitleGap = 8;
    internal const double LineHeight = 1.25;
    internal const double TickLength = 4;

    const double Padding = 20;
    const double Gap = 16;
    const double TallestBox = 1.4;
    const double FooterGap = 12;

    /// <summary>A map drawn smaller than this could be told to be small, but not be looked at.</summary>
    const double LeastNumbered = 44;

    PanelGrid(IReadOnlyList<Panel> panels)
    {
        var axis = panels.Any(panel => panel.Axis);
        var most = MostColumns(panels.Count, axis);
        var rows = (panels.Count + most - 1) / most;
        var columns = (panels.Count + rows - 1) / rows;
        (Width, TitleSize, NarrowTitleSize, TickSize, NarrowTickSize) = columns switch
        {
            1 => (440, 15, 15, 12, 12.5),
            <= 4 => (720, 15, 20, 12, 17),
            _ => (720.0, 13.0, 19.0, 11.0, 16.0),
        };

        var scenes = Scenes(panels);
        var digits = Numbers.Count(scenes.Max(scene => Math.Max(scene.Rows, scene.Columns)) - 1).Length;
        LabelWidth = digits * TextWidth.Digit * NarrowTickSize;
        var gutter = axis ? LabelWidth + TickLength + 4 : 0;
        var footer = axis ? NarrowTickSize + TickLength + FooterGap : 0;
        var box = (Width - 2 * Padding - Gap * (columns - 1)) / columns - gutter;
        var tallest = box * Math.Min(TallestBox, scenes.Max(scene => (double)scene.Rows / scene.Columns));

        // Who numbers rows and columns compares sizes, so then a pixel is as large in one panel as in another.
        var smallest = scenes.Min(scene => Math.Min(box / scene.Columns, tallest / scene.Rows));

        var cells = new List<Cell>();
        var top = Padding;
        for (var first = 0; first < panels.Count; first += columns)
        {
            var titles = panels.Skip(first).Take(columns)
                .Select(panel => TextWidth.Wrap(panel.Title ?? "", NarrowTitleSize, box + gutter)).ToList();
            var lines = titles.Max(title => title.Count);
            top += lines == 0 ? 0 : lines * LineHeight * NarrowTitleSize + TitleGap - 0.35 * NarrowTitleSize;
            for (var column = 0; column < titles.Count; column++)
            {
                var (sceneRows, sceneColumns, leader) = scenes[first + column];
                var pixel = Math.Min(box / sceneColumns, tallest / sceneRows);
                if (axis)
                    pixel = Math.Min(pixel, Math.Max(smallest, LeastNumbered / Math.Max(sceneRows, sceneColumns)));
                var x = Padding + column * (gutter + box + Gap) + gutter + (box - sceneColumns * pixel) / 2;
                cells.Add(new(panels[first + column], x, top, pixel, sceneRows, sceneColumns, leader, titles[column]));
            }

            top += cells.Skip(first).Max(cell => cell.Height) + footer + Gap;
        }

        Cells = cells;
        Height = Math.Ceiling(top - Gap + Padding - (axis ? FooterGap : 0));
    }

    internal double Width { get; }

    internal double Height { get; }

    internal double TitleSize { get; }

    internal double NarrowTitleSize { get; }

    internal double TickSize { get; }

    internal double NarrowTickSize { get; }

    internal double LabelWidth { get; }

    internal IReadOnlyList<Cell> Cells { get; }

    internal static PanelGrid Of(IReadOnlyList<Panel> panels) => new(panels);

    /// <summary>The distance between numbers at the edge: 1, 2 or 5 times a power of ten, so that neighbours do not touch.</summary>
    internal int TickStep(Cell cell)
    {
        var room = Math.Max(1.5 * LabelWidth, 2 * NarrowTickSize) / cell.PixelSize;
        var step = 1.0;
        for (var steps = 0; step < room; steps++)
            step *= steps % 3 == 1 ? 2.5 : 2;
        return (int)step;
    }

    /// <summary>
    /// How many panels a row may hold; numbers at the edges take room. Rows are then filled evenly: five stand as three and two, not as
    /// four and one.
    /// </summary>
    static int MostColumns(int panels, bool axis) => panels > 16 ? (axis ? 4 : 5) : (axis ? 3 : 4);

    /// <summary>
    /// Pictures that differ in size by a border only show the scene at the same scale, so they are drawn at the same scale and zoom
    /// together. One that is a half or a third of the size, as a stride makes it, zooms by itself, and without numbers at its edge it
    /// fills the same room with coarser pixels.
    /// </summary>
    static List<(int Rows, int Columns, int Leader)> Scenes(IReadOnlyList<Panel> panels)
    {
        var pictures = panels.Select(panel => panel.Picture).ToList();
        var (height, width) = (pictures.Max(picture => picture.Height), pictures.Max(picture => picture.Width));
        var scales = pictures.ConvertAll(picture =>
            ((int)Math.Round((double)height / picture.Height), (int)Math.Round((double)width / picture.Width)));
        return scales.ConvertAll(scale =>
        {
            var same = pictures.Where((_, index) => scales[index] == scale).ToList();
            return (same.Max(picture => picture.Height), same.Max(picture => picture.Width), scales.IndexOf(scale));
        });
    }
}
