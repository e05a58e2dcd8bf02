using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A small picture, several filters, and what each finds in it.</summary>
sealed class FiltersDrawing
{
    const double PictureHeight = 330;
    const double RowGap = 16;
    const double FilterX = 392;
    const double MapX = 622;

    readonly Patches patches;
    readonly Tensor filters;
    readonly Tensor maps;
    readonly Canvas canvas = new(DiagramFrame.Width);

    /// <param name="patches">The picture.</param>
    /// <param name="filters">Shape (count, 1, height, width).</param>
    internal FiltersDrawing(Patches patches, Tensor filters)
    {
        (this.patches, this.filters) = (patches, filters);
        var image = new Tensor(patches.Picture.Values.ToArray(), (1, 1, patches.Picture.Height, patches.Picture.Width));
        maps = Functional.Conv2d(image, filters, stride: patches.Stride);
    }

    internal CanvasFigure Draw(string title, string seen, ParameterSum counted, string note)
    {
        var count = filters.Shape[0];
        var rowHeight = Math.Max(104, (PictureHeight - (count - 1) * RowGap) / count);
        var height = Math.Max(PictureHeight, count * rowHeight + (count - 1) * RowGap);
        var top = DiagramFrame.Head(canvas, title) + TypeSize.Small.Lines(1) + 4;

        var size = PictureHeight / Plane.HeightOf(patches.Picture.Height, patches.Picture.Width, 1);
        var picture = Plane.Around(40, top + height / 2, patches.Picture.Height, patches.Picture.Width, size);
        picture.Draw(canvas, patches.Picture);
        var pixels = $"{Count(picture.Rows)} × {Count(picture.Columns)} pixels";
        DiagramFrame.Label(canvas, (picture.X + picture.Right) / 2, picture.Y - 4, pixels);
        DiagramFrame.Label(canvas, FilterX, top - 6, count == 1 ? "1 filter" : $"{Count(count)} filters");
        DiagramFrame.Label(canvas, MapX, top - 6, count == 1 ? "1 feature map" : $"{Count(count)} feature maps");

        for (var index = 0; index < count; index++)
            DrawFilter(index, picture, top + index * (rowHeight + RowGap) + rowHeight / 2, rowHeight);
        var chosen = patches.Corner(patches.Chosen.Height, patches.Chosen.Width);
        canvas.Path(picture.Outline(chosen.Height, chosen.Width, patches.Patch.Height, patches.Patch.Width), Ink.Line(Accent.Kernel), 3);
        return DiagramFrame.Finish(canvas, top + height + 18, title, seen, counted, note);
    }

    void DrawFilter(int index, Plane picture, double middle, double rowHeight)
    {
        var (rows, columns) = patches.Patch;
        var cell = Math.Min(36, 0.8 * rowHeight / rows);
        var (left, above) = (FilterX - columns * cell / 2, middle - rows * cell / 2);
        var (corner, chosen) = (patches.Corner(patches.Chosen.Height, patches.Chosen.Width), patches.Chosen);

        // A beam from the patch to the filter, as wide as each of them.
        var upper = picture.Point(corner.Height, corner.Width + columns);
        var lower = picture.Point(corner.Height + rows, corner.Width + columns);
        canvas.Path(
            $"M{Place(upper.X)} {Place(upper.Y)}L{Place(left)} {Place(above)}"
            + $"M{Place(lower.X)} {Place(lower.Y)}L{Place(left)} {Place(above + rows * cell)}",
            Ink.Line(Accent.Kernel),
            1.2);

        var filter = Slice(filters, index);
        canvas.Image(left, above, columns * cell, rows * cell, PixelGrid.Of(filter, nameof(Plots.PlotFilters)));
        canvas.Cells(left, above, rows, columns, cell, Ink.Line(Accent.Kernel), " stroke-width=\"2\"");

        var (mapRows, mapColumns) = patches.Grid;
        var size = rowHeight / Math.Max(mapRows, mapColumns);
        var (mapLeft, mapTop) = (MapX - mapColumns * size / 2, middle - mapRows * size / 2);
        canvas.Image(mapLeft, mapTop, mapColumns * size, mapRows * size, PixelGrid.Of(Slice(maps, index), nameof(Plots.PlotFilters)));
        canvas.Cells(mapLeft, mapTop, mapRows, mapColumns, size, "frame");
        var (x, y) = (mapLeft + chosen.Width * size, mapTop + chosen.Height * size);
        canvas.Path($"M{Place(left + columns * cell + 2)} {Place(middle)}L{Place(x)} {Place(y + size / 2)}", Ink.Line(Accent.Map), 1.5);
        canvas.Rect(x, y, size, size, Ink.Line(Accent.Map), 2, " stroke-width=\"3\"");
    }

    static Tensor Slice(Tensor tensor, int index)
    {
        var (height, width) = (tensor.Shape[^2], tensor.Shape[^1]);
        return new Tensor(tensor.Span.Slice(index * height * width, height * width).ToArray(), (height, width));
    }
}
