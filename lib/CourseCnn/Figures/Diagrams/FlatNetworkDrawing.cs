using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A picture, its pixels laid out in one column, and a column of hidden nodes: which pixels does each node see?</summary>
sealed class FlatNetworkDrawing
{
    const double PictureSize = 180;
    const double Node = 11;
    const double PixelsX = 330;
    const double HiddenX = 640;

    readonly PixelGrid picture;
    readonly int hidden;
    readonly Func<int, IEnumerable<int>> sees;
    readonly Canvas canvas = new(DiagramFrame.Width);
    readonly double step;
    readonly double height;

    /// <param name="picture">The picture.</param>
    /// <param name="hidden">How many hidden nodes there are.</param>
    /// <param name="sees">The pixels that each of them sees, counted row by row.</param>
    internal FlatNetworkDrawing(PixelGrid picture, int hidden, Func<int, IEnumerable<int>> sees)
    {
        (this.picture, this.hidden, this.sees) = (picture, hidden, sees);
        step = Math.Min(Node, 440.0 / picture.Pixels);
        height = Math.Max(PictureSize, Math.Max(picture.Pixels * step, hidden * Node));
    }

    internal CanvasFigure Draw(string title, string seen, Size2d patch, Size2d corner, int chosen, ParameterSum counted, string note = "")
    {
        var top = DiagramFrame.Head(canvas, title) + TypeSize.Small.Lines(1);
        var middle = top + height / 2;
        DrawEdges(middle, chosen);
        DrawPicture(middle, patch, corner);
        DrawNodes(middle, chosen);
        return DiagramFrame.Finish(canvas, top + height + 16, title, seen, counted, note);
    }

    double PixelY(double middle, int pixel) => middle + (pixel - (picture.Pixels - 1) / 2.0) * step;

    double HiddenStep => Math.Min(46, height / hidden);

    double HiddenY(double middle, int node) => middle + (node - (hidden - 1) / 2.0) * HiddenStep;

    void DrawEdges(double middle, int chosen)
    {
        // Lines from everywhere to everywhere are a texture; those of patches are to be followed one by one.
        var others = Enumerable.Range(0, hidden).Where(node => node != chosen).ToList();
        var texture = others.TrueForAll(node => sees(node).Count() == picture.Pixels);
        canvas.Path(Edges(middle, others), texture ? "faint" : "line", texture ? 0.8 : 1);
        canvas.Path(Edges(middle, [chosen]), Ink.Line(Accent.Kernel), 1.4);
    }

    string Edges(double middle, IEnumerable<int> nodes) => string.Concat(
        from node in nodes
        from pixel in sees(node)
        select $"M{Place(PixelsX + step / 2)} {Place(PixelY(middle, pixel))}L{Place(HiddenX)} {Place(HiddenY(middle, node))}");

    void DrawPicture(double middle, Size2d patch, Size2d corner)
    {
        var cell = PictureSize / Math.Max(picture.Height, picture.Width);
        var (width, height) = (picture.Width * cell, picture.Height * cell);
        var (left, above) = (Canvas.Padding + (PictureSize - width) / 2, middle - height / 2);
        canvas.Image(left, above, width, height, picture);
        canvas.Cells(left, above, picture.Height, picture.Width, cell, "frame");
        var (x, y) = (left + corner.Width * cell, above + corner.Height * cell);
        canvas.Rect(x, y, patch.Width * cell, patch.Height * cell, Ink.Line(Accent.Kernel), 2, " stroke-width=\"3\"");
        DiagramFrame.Label(canvas, left + width / 2, above - 4, $"{Count(picture.Height)} × {Count(picture.Width)} pixels");
        canvas.Arrow(Canvas.Padding + PictureSize + 26, PixelsX - 30, middle);
    }

    void DrawNodes(double middle, int chosen)
    {
        canvas.Image(PixelsX - step / 2, PixelY(middle, 0) - step / 2, step, step * picture.Pixels, Column());
        canvas.Cells(PixelsX - step / 2, PixelY(middle, 0) - step / 2, picture.Pixels, 1, step, "frame");
        var radius = Math.Min(10, 0.4 * HiddenStep);
        for (var node = 0; node < hidden; node++)
        {
            var style = node == chosen ? Ink.Box(Accent.Kernel) : "node";
            canvas.Circle(HiddenX, HiddenY(middle, node), radius, style, " stroke-width=\"1.5\"");
        }

        DiagramFrame.Label(canvas, PixelsX, PixelY(middle, 0) - step / 2 - 4, $"{Count(picture.Pixels)} inputs");
        DiagramFrame.Label(canvas, HiddenX, HiddenY(middle, 0) - radius - 6, DiagramFrame.Nodes(hidden));
    }

    PixelGrid Column() => PixelGrid.Of(new Tensor(picture.Values.ToArray(), (picture.Pixels, 1)), nameof(Plots));
}
