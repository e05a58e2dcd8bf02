using static CourseCnn.Numbers;

namespace CourseCnn;

/// <summary>A picture and its hidden nodes as two planes, one before the other: each node sees the patch that lies before it.</summary>
sealed class PlaneNetworkDrawing
{
    const double PictureHeight = 330;
    const double PictureLeft = 40;
    const double HiddenRight = 690;

    readonly Patches patches;
    readonly Canvas canvas = new(Stage.Width);
    readonly Plane picture;
    readonly Plane hidden;
    readonly double bottom;

    internal PlaneNetworkDrawing(Patches patches, string title)
    {
        this.patches = patches;
        var (rows, columns) = (patches.Picture.Height, patches.Picture.Width);
        var size = PictureHeight / Plane.HeightOf(rows, columns, 1);
        var (hiddenRows, hiddenColumns) = patches.Grid;
        var hiddenSize = Math.Min(62, PictureHeight / Plane.HeightOf(hiddenRows, hiddenColumns, 1));

        var top = Stage.Head(canvas, title) + TypeSize.Small.Lines(1) + 4;
        var middle = top + PictureHeight / 2;
        picture = Plane.Around(PictureLeft, middle, rows, columns, size);
        hidden = Plane.Around(HiddenRight - Plane.WidthOf(hiddenColumns, hiddenSize), middle, hiddenRows, hiddenColumns, hiddenSize);
        bottom = top + PictureHeight + 18;
        Stage.Label(canvas, (picture.X + picture.Right) / 2, picture.Y - 4, $"{Count(rows)} × {Count(columns)} pixels");
        Stage.Label(canvas, Math.Min((hidden.X + hidden.Right) / 2, 600), hidden.Y - 4, Stage.Nodes(patches.Hidden));
    }

    /// <summary>Every node with weights of its own: the edges of one of them stand out.</summary>
    internal Drawing DrawOwnWeights(string title, string seen, Stage.Counted counted, string note)
    {
        var chosen = patches.Chosen;
        picture.Draw(canvas, patches.Picture);
        var others = from node in Nodes() where node != chosen select Edges(node, _ => true);
        canvas.Path(string.Concat(others), "line", 0.8);
        canvas.Path(Edges(chosen, _ => true), Ink.Line(Accent.Kernel), 2);
        Outline(chosen, 3);
        DrawNodes(node => node == chosen ? Ink.Box(Accent.Kernel) : "node");
        return Stage.Finish(canvas, bottom, title, seen, counted, note);
    }

    /// <summary>All nodes with the same weights: an edge's colour and dashes say which of them it carries.</summary>
    internal Drawing DrawSharedWeights(string title, string seen, Stage.Counted counted, string note)
    {
        picture.Draw(canvas, patches.Picture);
        canvas.Path(string.Concat(Nodes().Select(Boundary)), "line", 1.5);
        for (var weight = 0; weight < patches.Weights; weight++)
        {
            var edges = string.Concat(Nodes().Select(node => Edges(node, carried => carried == weight)));
            canvas.Path(edges, Ink.Line(WeightLook.Colour(weight)), 1.5, WeightLook.Dashes(weight));
        }

        DrawNodes(_ => "node");
        DrawKey();
        return Stage.Finish(canvas, bottom, title, seen, counted, note);
    }

    IEnumerable<Size2d> Nodes() =>
        from row in Enumerable.Range(0, patches.Grid.Height)
        from column in Enumerable.Range(0, patches.Grid.Width)
        select new Size2d(row, column);

    string Edges(Size2d node, Func<int, bool> wanted)
    {
        var (x, y) = hidden.Cell(node.Height, node.Width);
        return string.Concat(patches.Pixels(node.Height, node.Width).Where(pixel => wanted(pixel.Weight)).Select(pixel =>
        {
            var from = picture.Cell(pixel.Row, pixel.Column);
            return $"M{Place(from.X)} {Place(from.Y)}L{Place(x)} {Place(y)}";
        }));
    }

    string Boundary(Size2d node)
    {
        var (row, column) = patches.Corner(node.Height, node.Width);
        return picture.Outline(row, column, patches.Patch.Height, patches.Patch.Width);
    }

    void Outline(Size2d node, double thickness) => canvas.Path(Boundary(node), Ink.Line(Accent.Kernel), thickness);

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

    /// <summary>The filter itself: which line carries which of its weights.</summary>
    void DrawKey()
    {
        const double Cell = 34;
        var (rows, columns) = patches.Patch;
        var (left, top) = ((picture.Right + hidden.X) / 2 - columns * Cell / 2, hidden.Y - TypeSize.Small.Lines(1));
        top = Math.Max(top, picture.Y + 12);

        // On a patch of card, so that the lines pass behind it.
        var room = Math.Max(columns * Cell, TextWidth.Of("One filter", TypeSize.Small.Narrow)) + 16;
        var head = TypeSize.Small.Lines(1);
        canvas.Rect(left + (columns * Cell - room) / 2, top - head - 6, room, head + rows * Cell + 14, "key", 6);
        Stage.Label(canvas, left + columns * Cell / 2, top - 2, "One filter");
        for (var weight = 0; weight < patches.Weights; weight++)
        {
            var (x, y) = (left + weight % columns * Cell, top + weight / columns * Cell);
            var look = " stroke-width=\"2\"" + WeightLook.Dashes(weight);
            canvas.Rect(x + 1.5, y + 1.5, Cell - 3, Cell - 3, Ink.Box(WeightLook.Colour(weight)), 3, look);
            canvas.Text(x + Cell / 2, y + Cell / 2, $"w{WeightLook.Subscript(weight + 1)}", $"{TypeSize.Small.Class} strong");
        }
    }
}
