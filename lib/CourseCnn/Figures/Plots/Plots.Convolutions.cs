using System.Runtime.CompilerServices;
using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;
using CourseCnn.Figures.Playground;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// Shows a picture and what a kernel makes of it, side by side: "Original" and "Filtered". The kernel is applied where it fits wholly,
    /// so the result is a little smaller than the picture. Each grey panel is scaled from its own smallest value to its own largest.
    /// </summary>
    /// <param name="image">A picture as <see cref="PlotImage"/> takes it: grey or colour.</param>
    /// <param name="kernel">
    /// Of shape (height, width): applied to each channel by itself, so that a colour picture stays one, as in an image editor.
    /// Of shape (channels, height, width): the results of all channels are added up to one grey picture, as a layer does.
    /// Of shape (count, channels, height, width): several of those, shown as "Filtered 1", "Filtered 2" and so on.
    /// </param>
    /// <param name="axis">Whether to number rows and columns. Default: false.</param>
    /// <exception cref="ArgumentException">One of them has another shape, or the kernel is larger than the picture.</exception>
    public static Figure PlotConv(Tensor image, Tensor kernel, bool axis = false) => Convolved(image, [(null, kernel)], axis);

    /// <summary>Shows a picture and what several kernels make of it: "Original", "Filtered 1", "Filtered 2" and so on.</summary>
    /// <param name="image">A picture as <see cref="PlotImage"/> takes it: grey or colour.</param>
    /// <param name="kernels">Kernels, each as for a single one; their sizes may differ.</param>
    /// <exception cref="ArgumentException">A shape does not fit, a kernel is larger than the picture, or there is none.</exception>
    public static Figure PlotConv(Tensor image, params IReadOnlyList<Tensor> kernels)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        return Convolved(image, [.. kernels.Select(kernel => ((string?)null, kernel))], axis: false);
    }

    /// <summary>Shows a picture and what several kernels make of it, each under its name.</summary>
    /// <param name="image">A picture as <see cref="PlotImage"/> takes it: grey or colour.</param>
    /// <param name="kernels">
    /// Names, and kernels each as for a single one. One of several results, of shape (count, channels, height, width), is numbered:
    /// "Edges 1", "Edges 2" and so on.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A name is empty, a shape does not fit, a kernel is larger than the picture, or there is none.
    /// </exception>
    /// <example><code>
    /// var outline = Tensor.Of([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]);
    /// PlotConv(Tensor.Rand((8, 8)), ("Outline", outline), ("Blur", Tensor.Full((3, 3), 1 / 9.0)))
    /// </code></example>
    [OverloadResolutionPriority(-1)] // Without kernels both of these fit; the other one then says that there are none.
    public static Figure PlotConv(Tensor image, params IReadOnlyList<(string Name, Tensor Kernel)> kernels)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        foreach (var (name, _) in kernels)
            if (string.IsNullOrWhiteSpace(name))
                throw new ArgumentException(
                    "PlotConv got a kernel with an empty name: write PlotConv(image, (\"Blur\", blur)), or the kernel alone.");
        return Convolved(image, [.. kernels.Select(kernel => ((string?)kernel.Name, kernel.Kernel))], axis: false);
    }

    /// <summary>
    /// Shows a picture and every feature map that a layer makes of it: "Original", "Filter 1", "Filter 2" and so on. Each map is scaled
    /// from its own smallest value to its own largest.
    /// </summary>
    /// <param name="image">A picture as <see cref="PlotImage"/> takes it, with as many channels as the layer takes in.</param>
    /// <param name="layer">A <see cref="Conv2d"/>, or any module that makes maps: an output of shape (channels, height, width).</param>
    /// <param name="axis">Whether to number rows and columns, to compare sizes. Default: false.</param>
    /// <exception cref="ArgumentException">The picture does not fit the layer, or what it makes are no maps.</exception>
    public static Figure PlotConvs(Tensor image, Module layer, bool axis = false)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var original = PixelGrid.Of(image, nameof(PlotConvs));
        var output = layer.Call(Batch(image, original));
        var maps = output.Shape switch
        {
            { Rank: 4 } shape when shape[0] == 1 => shape[1],
            { Rank: 3 } shape => shape[0],
            var shape => throw new ArgumentException(
                "PlotConvs needs a layer that makes feature maps, of shape (channels, height, width), "
                + $"but {layer.TypeName} makes shape {shape} of the picture. Take the layers before its Flatten or Linear."),
        };

        // A layer's single map is still its filter number 1.
        return new PictureFigure(Filtered(nameof(PlotConvs), original, axis, Titled("Filter", [.. Maps(output, maps)], numbered: true)));
    }

    static Figure Convolved(Tensor image, IReadOnlyList<(string? Name, Tensor Kernel)> kernels, bool axis)
    {
        var original = PixelGrid.Of(image, nameof(PlotConv));
        if (kernels.Count == 0)
            throw new ArgumentException("PlotConv needs at least one kernel: write PlotConv(image, kernel).");
        var results = kernels.Select(kernel => (kernel.Name, Maps: Convolve(image, original, kernel.Kernel).ToArray())).ToList();

        // Those without a name are numbered through; a single one needs no number.
        var maps = results[0].Name is null
            ? Titled("Filtered", [.. results.SelectMany(result => result.Maps)])
            : results.SelectMany(result => Titled(result.Name!, result.Maps));
        var panels = Filtered(nameof(PlotConv), original, axis, maps);
        return kernels is [var (_, only)] && KernelFigure.Fits(original, only)
            ? new KernelFigure(panels, only)
            : new PictureFigure(panels);
    }

    static IEnumerable<(string Title, Tensor Map)> Titled(string name, Tensor[] maps, bool numbered = false) =>
        maps.Select((map, index) => (numbered || maps.Length > 1 ? $"{name} {Count(index + 1)}" : name, map));

    static IReadOnlyList<Panel> Filtered(string caller, PixelGrid original, bool axis, IEnumerable<(string Title, Tensor Map)> maps) =>
    [
        new Panel("Original", original, axis),
        .. maps.Select(map => new Panel(map.Title, PixelGrid.Of(map.Map, caller, $"\"{map.Title}\""), axis)),
    ];

    static IEnumerable<Tensor> Convolve(Tensor image, PixelGrid original, Tensor kernel)
    {
        CheckKernel(original, kernel);
        var (height, width) = (kernel.Shape[^2], kernel.Shape[^1]);
        if (kernel.Rank == 2)
        {
            // Channels stand in for the pictures of a batch, so that each is filtered by itself.
            var channels = image.Reshape(original.Channels, 1, original.Height, original.Width);
            var output = Functional.Conv2d(channels, kernel.Reshape(1, 1, height, width));
            return [output.Reshape(original.Channels, output.Shape[2], output.Shape[3])];
        }

        var count = kernel.Rank == 4 ? kernel.Shape[0] : 1;
        return Maps(Functional.Conv2d(Batch(image, original), kernel.Reshape(count, original.Channels, height, width)), count);
    }

    static void CheckKernel(PixelGrid picture, Tensor kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var shape = kernel.Shape;
        if (shape.Rank is < 2 or > 4 || shape.Count == 0)
            throw new ArgumentException(
                "PlotConv needs a kernel of shape (height, width), (channels, height, width) or (count, channels, height, width) "
                + $"with sizes of at least 1, but got shape {shape}. Write one as Tensor.Of([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]).");

        var (height, width) = (shape[^2], shape[^1]);
        if (shape.Rank > 2 && shape[^3] != picture.Channels)
            throw new ArgumentException(
                $"PlotConv got a kernel of shape {shape} for {Count(shape[^3])} channel{(shape[^3] == 1 ? "" : "s")}, "
                + $"but the picture has {Count(picture.Channels)}. "
                + $"A kernel of shape ({Count(height)}, {Count(width)}) filters each channel by itself.");
        if (height > picture.Height || width > picture.Width)
            throw new ArgumentException(
                $"PlotConv got a kernel of {Count(height)} x {Count(width)}, which is larger than the picture of "
                + $"{Count(picture.Height)} x {Count(picture.Width)}: it fits nowhere. Take a smaller kernel or a larger picture.");
    }

    static Tensor Batch(Tensor image, PixelGrid picture) => image.Reshape(1, picture.Channels, picture.Height, picture.Width);

    /// <summary>The maps of an output one by one, even where there are three: maps are no colours.</summary>
    static IEnumerable<Tensor> Maps(Tensor output, int count)
    {
        var (height, width) = (output.Shape[^2], output.Shape[^1]);
        for (var map = 0; map < count; map++)
            yield return new Tensor(output.Span.Slice(map * height * width, height * width).ToArray(), (height, width));
    }
}
