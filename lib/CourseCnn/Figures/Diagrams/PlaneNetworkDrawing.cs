using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A picture and its hidden nodes as two planes, one before the other: each node sees the patch that lies before it.</summary>
sealed class PlaneNetworkDrawing
{
    const double PictureHeight = 330;
    const double PictureLeft = 40;
    const double HiddenRight = 690;

    readonly Patches patches;
    readonly Canvas canvas = new(DiagramFrame.Width);
    readonly Plane picture;
    readonly Plane hidden;
    readonly FilterKey? key;
    readonly double bottom;

    /// <param name="patches">The picture.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="shared">Whether all patches share their weights, so that a key says which line carries which.</param>
    internal PlaneNetworkDrawing(Patches patches, string title, bool shared = false)
    {
        this.patches = patches;
        var (rows, columns) = (patches.Picture.Height, patches.Picture.Width);
        var size = PictureHeight / Plane.HeightOf(rows, columns, 1);
        var (hiddenRows, hiddenColumns) = patches.Grid;
        var hiddenSize = Math.Min(62, PictureHeight / Plane.HeightOf(hiddenRows, hiddenColumns, 1));

        var head = DiagramFrame.Head(canvas, title);
        var top = head + LabelRoom;
        var middle = top + PictureHeight / 2;
        picture = Plane.Around(PictureLeft, middle, rows, columns, size);
        hidden = Plane.Around(HiddenRight - Plane.WidthOf(hiddenColumns, hiddenSize), middle, hiddenRows, hiddenColumns, hiddenSize);
        if (shared)
        {
            // The planes make room, so that the key above covers no line.
            key = new FilterKey(patches.Patch, (picture.Right + hidden.X) / 2, head);
            var down = Math.Max(0, key.Bottom + 8 - Highest(key.Left, key.Right));
            (picture, hidden, top) = (picture with { Y = picture.Y + down }, hidden with { Y = hidden.Y + down }, top + down);
        }

        bottom = top + PictureHeight + 18;
        DiagramFrame.Label(canvas, (picture.X + picture.Right) / 2, picture.Y - 4, $"{Count(rows)} × {Count(columns)} pixels");
        DiagramFrame.Label(canvas, Math.Min((hidden.X + hidden.Right) / 2, 600), hidden.Y - 4, DiagramFrame.Nodes(patches.Hidden));
    }

    static double LabelRoom => TypeSize.Small.Lines(1) + 4;

    /// <summary>Every node with weights of its own: the edges of one of them stand out.</summary>
    internal CanvasFigure DrawOwnWeights(string title, string seen, ParameterSum counted, string note)
    {
        var chosen = patches.Chosen;
        var others = Nodes().Where(node => node != chosen).ToList();
        picture.Draw(canvas, patches.Picture);
        canvas.Path(string.Concat(others.Select(node => Edges(node, _ => true))), "line", 0.8);
        canvas.Path(Edges(chosen, _ => true), Ink.Line(Accent.Kernel), 2);
        DrawVeil();
        DrawStarts("line", others.SelectMany(Starts));
        DrawStarts(Ink.Line(Accent.Kernel), Starts(chosen));
        canvas.Path(Boundary(chosen), Ink.Line(Accent.Kernel), 3);
        DrawNodes(node => node == chosen ? Ink.Box(Accent.Kernel) : "node");
        return DiagramFrame.Finish(canvas, bottom, title, seen, counted, note);
    }

    /// <summary>All nodes with the same weights: an edge's colour and dashes say which of them it carries.</summary>
    internal CanvasFigure DrawSharedWeights(string title, string seen, ParameterSum counted, string note)
    {
        picture.Draw(canvas, patches.Picture);
        for (var weight = 0; weight < patches.Weights; weight++)
        {
            var edges = string.Concat(Nodes().Select(node => Edges(node, carried => carried == weight)));
            canvas.Path(edges, Ink.Line(WeightStyle.Colour(weight)), 1.5, WeightStyle.Dashes(weight));
        }

        DrawVeil();
        canvas.Path(string.Concat(Nodes().Select(Boundary)), "line", 1.5);

        // Where patches overlap, a pixel sends out lines of several weights, and its dot can have the colour of none.
        if (patches.Overlap)
            DrawStarts("line", Nodes().SelectMany(Starts));
        for (var weight = 0; weight < patches.Weights && !patches.Overlap; weight++)
            DrawStarts(Ink.Line(WeightStyle.Colour(weight)), Nodes().Select(node => Starts(node).ElementAt(weight)));
        DrawNodes(_ => "node");
        key?.Draw(canvas);
        return DiagramFrame.Finish(canvas, bottom, title, seen, counted, note);
    }

    IEnumerable<Size2d> Nodes() =>
        from row in Enumerable.Range(0, patches.Grid.Height)
        from column in Enumerable.Range(0, patches.Grid.Width)
        select new Size2d(row, column);

    IEnumerable<(double X, double Y)> Starts(Size2d node) =>
        patches.Pixels(node.Height, node.Width).Select(pixel => picture.Cell(pixel.Row, pixel.Column));

    string Edges(Size2d node, Func<int, bool> wanted)
    {
        var (x, y) = hidden.Cell(node.Height, node.Width);
        return string.Concat(Starts(node).Where((_, weight) => wanted(weight)).Select(start =>
            $"M{Place(start.X)} {Place(start.Y)}L{Place(x)} {Place(y)}"));
    }

    /// <summary>The picture once more, thinly, over the lines: what crosses it fades, and each line is seen to leave its pixel.</summary>
    void DrawVeil()
    {
        using var _ = canvas.Group("opacity=\".72\"");
        picture.Draw(canvas, patches.Picture);
    }

    /// <summary>A dot on each pixel that lines leave, edged so that it is seen on every shade of grey.</summary>
    void DrawStarts(string style, IEnumerable<(double X, double Y)> starts)
    {
        var dots = string.Concat(starts.Distinct().Select(start => $"M{Place(start.X)} {Place(start.Y)}h0"));
        canvas.Path(dots, "halo", 8.5, " stroke-linecap=\"round\"");
        canvas.Path(dots, style, 6, " stroke-linecap=\"round\"");
    }

    string Boundary(Size2d node)
    {
        var (row, column) = patches.Corner(node.Height, node.Width);
        return picture.Outline(row, column, patches.Patch.Height, patches.Patch.Width);
    }

    void DrawNodes(Func<Size2d, string> style)
    {
        canvas.Path(hidden.Outline(0, 0, hidden.Rows, hidden.Columns), "line");
        var radius = Math.Min(11, 0.22 * hidden.Size);
        foreach (var node in Nodes())
        {
            var (x, y) = hidden.Cell(node.Height, node.Width);
            canvas.Circle(x, y, radius, style(node), " stroke-width=\"1.5\"");
        }
    }

    /// <summary>The height of the highest line between two places, or of the planes' labels where these reach in between.</summary>
    double Highest(double left, double right)
    {
        var lines = from node in Nodes()
                    let end = hidden.Cell(node.Height, node.Width)
                    from start in Starts(node)
                    from x in (double[])[left, right]
                    select start.Y + (end.Y - start.Y) * (Math.Clamp(x, start.X, end.X) - start.X) / (end.X - start.X);
        var labels = new[] { (Over: left < picture.Right, picture.Y), (Over: right > hidden.X, hidden.Y) };
        return labels.Where(plane => plane.Over).Select(plane => plane.Y - LabelRoom).Concat(lines).Min();
    }
}
