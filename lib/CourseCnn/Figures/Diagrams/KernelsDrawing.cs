using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>The kernels of a convolutional layer between the channels that come in and the feature maps that go out.</summary>
sealed class KernelsDrawing
{
    /// <summary>More than these are said, not drawn.</summary>
    const int MostChannels = 3;
    const int MostKernels = 4;
    const double Thumb = 92;
    const double Gap = 14;
    const double BusX = 146;
    const double KernelsX = 176;
    const double MapX = 608;

    readonly Conv2d layer;
    readonly int kernels;
    readonly int slices;
    readonly Size2d size;
    readonly Tensor? image;
    readonly Tensor? maps;
    readonly Canvas canvas = new(DiagramFrame.Width);

    /// <param name="layer">The layer.</param>
    /// <param name="image">Shape (1, channels, height, width), or null to draw no picture.</param>
    internal KernelsDrawing(Conv2d layer, Tensor? image)
    {
        (this.layer, this.image) = (layer, image);
        (kernels, slices, size) = (layer.Weight.Shape[0], layer.Weight.Shape[1], (layer.Weight.Shape[2], layer.Weight.Shape[3]));
        maps = image is null ? null : layer.Call(image);
    }

    int ShownChannels => Math.Min(slices, MostChannels);

    int ShownKernels => Math.Min(kernels, MostKernels);

    internal CanvasFigure Draw(IReadOnlyList<string> channelNames)
    {
        var line = TypeSize.Small.Lines(1);
        var title = $"From {Plural(slices, "channel")} to {Plural(kernels, "feature map")}";
        var top = DiagramFrame.Head(canvas, title) + 4;
        var rowHeight = Thumb + line;
        var (inputs, outputs) = (ShownChannels * rowHeight + (ShownChannels - 1) * 6, ShownKernels * rowHeight + (ShownKernels - 1) * 6);
        var height = Math.Max(inputs, outputs);
        var middle = top + height / 2;

        DrawChannels(channelNames, middle - inputs / 2, rowHeight + 6);
        for (var kernel = 0; kernel < ShownKernels; kernel++)
            DrawKernel(kernel, middle - outputs / 2 + kernel * (rowHeight + 6) + line + Thumb / 2);
        DrawBus(middle - inputs / 2 + line + Thumb / 2, rowHeight + 6, middle - outputs / 2 + line + Thumb / 2);
        var bottom = top + height + 8;
        if (Left() is { Length: > 0 } left)
            bottom += canvas.Text(canvas.Width / 2, bottom, canvas.Width - 2 * Canvas.Padding, left, TypeSize.Small, "muted");
        return Finish(title, bottom + 8);
    }

    static string Plural(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>What is not drawn.</summary>
    string Left()
    {
        var missing = new List<string>();
        if (slices > ShownChannels)
            missing.Add($"{Number(ShownChannels)} of {Plural(slices, "channel")}");
        if (kernels > ShownKernels)
            missing.Add($"{Number(ShownKernels)} of {Plural(kernels, "kernel")}");
        return missing.Count == 0 ? "" : $"Drawn are {string.Join(" and ", missing)}.";
    }

    void DrawChannels(IReadOnlyList<string> names, double top, double step)
    {
        for (var channel = 0; channel < ShownChannels; channel++)
        {
            var y = top + channel * step;
            var name = names.Count > channel ? names[channel] : $"Channel {Count(channel + 1)}";
            canvas.Line(Canvas.Padding + Thumb / 2, y, 0, TypeSize.Small, name, "muted");
            DrawPicture(image, channel, Canvas.Padding, y + TypeSize.Small.Lines(1), "cell");
        }
    }

    /// <summary>A channel or a map, in a square; without a picture an empty one.</summary>
    void DrawPicture(Tensor? pictures, int index, double x, double y, string empty)
    {
        if (pictures is null)
        {
            canvas.Rect(x, y, Thumb, Thumb, empty, 2);
            return;
        }

        var picture = Thumbnail.Of(pictures, index, nameof(Plots.PlotKernels));
        var scale = Thumb / Math.Max(picture.Height, picture.Width);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var (left, top) = (x + (Thumb - width) / 2, y + (Thumb - height) / 2);
        canvas.Image(left, top, width, height, picture);
        canvas.Rect(left, top, width, height, "frame");
    }

    /// <summary>Lines from all channels, gathered and led to each kernel: every kernel sees every channel.</summary>
    void DrawBus(double firstChannel, double step, double firstKernel)
    {
        var (lastChannel, lastKernel) = (firstChannel + (ShownChannels - 1) * step, firstKernel + (ShownKernels - 1) * step);
        var lines = "";
        for (var channel = 0; channel < ShownChannels; channel++)
            lines += $"M{Place(Canvas.Padding + Thumb + 6)} {Place(firstChannel + channel * step)}H{Place(BusX)}";
        lines += $"M{Place(BusX)} {Place(Math.Min(firstChannel, firstKernel))}V{Place(Math.Max(lastChannel, lastKernel))}";
        canvas.Path(lines, "line", 1.5);
        for (var kernel = 0; kernel < ShownKernels; kernel++)
            canvas.Arrow(BusX, KernelsX - 4, firstKernel + kernel * step);
    }

    void DrawKernel(int kernel, double middle)
    {
        var rest = string.Concat(slices > ShownChannels ? "+ … " : "", layer.Bias is null ? "" : "+ bias").TrimEnd();
        var restRoom = rest == "" ? 0 : TextWidth.Of(rest, TypeSize.Small.Narrow) + 6;
        var room = MapX - 50 - KernelsX;
        var slice = Math.Min(78, (room - (ShownChannels - 1) * 22 - restRoom) / ShownChannels);
        var cell = slice / Math.Max(size.Height, size.Width);
        var (width, height) = (size.Width * cell, size.Height * cell);
        var full = ShownChannels * width + (ShownChannels - 1) * 22 + restRoom;
        var x = KernelsX + Math.Max(8, (room - full) / 2);

        DiagramFrame.Label(canvas, x + full / 2, middle - Thumb / 2, $"Kernel {Count(kernel + 1)}", Ink.Type(Accent.Kernel));
        canvas.Rect(KernelsX, middle - Thumb / 2, room, Thumb, "panel", 8);
        for (var channel = 0; channel < ShownChannels; channel++)
        {
            if (channel > 0)
                canvas.Text(x - 11, middle, "+", $"{TypeSize.Body.Class} strong");
            var weights = PixelGrid.Of(layer.Weight[kernel, channel], nameof(Plots.PlotKernels));
            canvas.Image(x, middle - height / 2, width, height, weights);
            if (cell >= 5)
                canvas.Cells(x, middle - height / 2, size.Height, size.Width, cell, Ink.Line(Accent.Kernel));
            else
                canvas.Rect(x, middle - height / 2, width, height, Ink.Line(Accent.Kernel));
            x += width + 22;
        }

        canvas.Text(x - 22 + 6 + restRoom / 2, middle, rest, $"{TypeSize.Small.Class} strong");
        canvas.Arrow(KernelsX + room + 6, MapX - 6, middle);
        DiagramFrame.Label(canvas, MapX + Thumb / 2, middle - Thumb / 2, $"Map {Count(kernel + 1)}", Ink.Type(Accent.Map));
        DrawPicture(maps, kernel, MapX, middle - Thumb / 2, Ink.Box(Accent.Map));
    }

    CanvasFigure Finish(string title, double bottom)
    {
        var weights = $"{Number(slices)} × {Number(size.Height)} × {Number(size.Width)} weights";
        var total = layer.Parameters().Sum(parameter => (long)parameter.Count);
        ParameterSum counted = new(
            [new($"{Plural(kernels, "kernel")} × "), new($"({weights}{(layer.Bias is null ? "" : " + 1 bias")})")], total);
        var input = image is null ? "An input" : $"A picture of {Number(image.Shape[2])} by {Number(image.Shape[3])} pixels";
        var output = maps is null ? "" : $" of {Number(maps.Shape[2])} by {Number(maps.Shape[3])}";
        var seen = $"{input} of {Plural(slices, "channel")} passes through {Plural(kernels, "kernel")} of "
            + $"{Number(size.Height)} by {Number(size.Width)}. Each kernel has one slice for each channel; "
            + $"what the slices make is added up to one feature map{output}. {Left()}".TrimEnd();
        return DiagramFrame.Finish(canvas, bottom, title, seen, counted, "The size of the picture plays no part in it.");
    }
}
