using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A picture and below it, row by row, what each layer of a model makes of it.</summary>
sealed class FeatureMapsDrawing
{
    /// <summary>More maps of a layer than these are said, not drawn.</summary>
    const int Most = 5;
    const double Gap = 10;
    const double RowGap = 18;
    const double LabelRoom = 150;

    /// <summary>Maps larger than this show no more, and fill a screen with few rows.</summary>
    const double LargestMap = 172;

    const double Narrowest = 480;

    readonly Canvas canvas;
    readonly List<string> spoken = [];
    readonly double map;
    double top;

    /// <param name="across">How many maps stand side by side: together they are as wide as there is room.</param>
    FeatureMapsDrawing(int across)
    {
        var around = 2 * Canvas.Padding + LabelRoom + (across - 1) * Gap;
        map = Math.Min(LargestMap, (DiagramFrame.Width - around) / across);
        canvas = new(Math.Max(Narrowest, around + across * map));
    }

    internal static CanvasFigure Draw(string title, Tensor image, IReadOnlyList<LayerCall> calls) =>
        new FeatureMapsDrawing(Math.Min(Most, calls.Max(call => call.Output.Shape[1]))).DrawRows(title, image, calls);

    CanvasFigure DrawRows(string title, Tensor image, IEnumerable<LayerCall> calls)
    {
        top = DiagramFrame.Head(canvas, title);
        Row("Input", image.Shape, [Thumbnail.Of(image[0], nameof(Plots.PlotFeatureMaps))], 1);
        foreach (var (layer, _, output) in calls)
        {
            var maps = Enumerable.Range(0, Math.Min(output.Shape[1], Most))
                .Select(channel => Thumbnail.Of(output, channel, nameof(Plots.PlotFeatureMaps)));
            Row(layer.TypeName, output.Shape, [.. maps], output.Shape[1]);
        }

        canvas.Height = Math.Ceiling(top - RowGap + Canvas.Padding);
        return new CanvasFigure(title,
            "What each layer makes of a picture, row by row, each map grey from its smallest value, black, to its largest, white: "
            + $"{string.Join("; ", spoken)}.", canvas);
    }

    void Row(string name, Shape shape, IReadOnlyList<PixelGrid> maps, int count)
    {
        var size = string.Join(" × ", shape[1..].Select(side => Number(side)));
        var more = count > maps.Count ? $"{Number(maps.Count)} of {Number(count)}" : "";
        var names = TextWidth.WrapName(name, TypeSize.Body.Narrow, LabelRoom - Gap);
        var height = Math.Max(map, TypeSize.Body.Lines(names.Count) + TypeSize.Small.Lines(more == "" ? 1 : 3));
        var text = top + (height - TypeSize.Body.Lines(names.Count) - TypeSize.Small.Lines(more == "" ? 1 : 2)) / 2;
        text += canvas.Text(Canvas.Padding, text, names, TypeSize.Body, "strong left");
        text += canvas.Text(Canvas.Padding, text, LabelRoom - Gap, size, TypeSize.Small, "muted left");
        if (more != "")
            canvas.Text(Canvas.Padding, text, LabelRoom - Gap, more, TypeSize.Small, "muted left");

        for (var place = 0; place < maps.Count; place++)
        {
            var picture = maps[place];
            var scale = map / Math.Max(picture.Height, picture.Width);
            var (width, tall) = (picture.Width * scale, picture.Height * scale);
            var x = Canvas.Padding + LabelRoom + place * (map + Gap) + (map - width) / 2;
            canvas.Image(x, top + (height - tall) / 2, width, tall, picture);
        }

        spoken.Add($"{name}, {size}{(more == "" ? "" : $", {more} drawn")}");
        top += height + RowGap;
    }
}
