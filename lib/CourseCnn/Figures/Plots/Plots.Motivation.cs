using CourseCnn.Figures.Diagrams;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// Draws a fully connected network on a small picture: every pixel feeds every hidden node. Beneath stands the number of parameters.
    /// </summary>
    /// <param name="image">A grey picture of at most 8 x 8 pixels: <c>portrait.Resize(6, 6)</c>.</param>
    /// <param name="hidden">How many hidden nodes there are, at most 36.</param>
    /// <exception cref="ArgumentException">The picture is larger or coloured, or the number of nodes is not from 1 to 36.</exception>
    /// <example><code>
    /// var portrait = Tensor.Rand((100, 100));
    /// PlotFullyConnected(portrait.Resize(6, 6), hidden: 9)
    /// </code></example>
    public static Figure PlotFullyConnected(Tensor image, int hidden)
    {
        const int Most = 36;
        var picture = Patches.Small(image, nameof(PlotFullyConnected));
        if (hidden is < 1 or > Most)
            throw new ArgumentException(
                $"PlotFullyConnected draws from 1 to {Count(Most)} hidden nodes, but got {Count(hidden)}: write for example hidden: 9.");

        var pixels = Enumerable.Range(0, picture.Pixels);
        return new FlatNetworkDrawing(picture, hidden, _ => pixels).Draw(
            "Fully connected",
            $"A picture of {By((picture.Height, picture.Width))} pixels is laid out as a column of {Count(picture.Pixels)} inputs, "
                + $"and a line runs from every input to every one of {DiagramFrame.Nodes(hidden)}.",
            (picture.Height, picture.Width), 0, hidden / 2,
            ParameterSum.Each(hidden, DiagramFrame.Nodes(hidden), picture.Pixels));
    }

    /// <summary>Draws a network in which each hidden node sees one small patch of the picture only, with weights of its own.</summary>
    /// <param name="image">A grey picture of at most 8 x 8 pixels.</param>
    /// <param name="patch">How high and wide a patch is.</param>
    /// <param name="stride">How far each patch is from the next. Default: its own size, so that patches lie side by side.</param>
    /// <exception cref="ArgumentException">The picture is larger or coloured, or the patch does not fit on it.</exception>
    public static Figure PlotLocalPatches(Tensor image, Size2d patch, Size2d? stride = null)
    {
        var patches = Patches.Of(image, patch, stride, nameof(PlotLocalPatches));
        var columns = patches.Grid.Width;
        var chosen = patches.Chosen.Height * columns + patches.Chosen.Width;
        return new FlatNetworkDrawing(patches.Picture, patches.Hidden, node => patches.Pixels(node / columns, node % columns)
            .Select(pixel => pixel.Row * patches.Picture.Width + pixel.Column)).Draw(
            $"Each hidden node sees one {patches.By} patch",
            $"The {Count(patches.Picture.Pixels)} pixels of a picture are laid out in a column, "
                + $"and a line runs to each of {DiagramFrame.Nodes(patches.Hidden)} "
                + $"from the {Count(patches.Weights)} pixels of one patch only. "
                + "In the column, the pixels of a patch lie far apart.",
            patches.Patch, patches.Corner(patches.Chosen.Height, patches.Chosen.Width), chosen,
            ParameterSum.Each(patches.Hidden, DiagramFrame.Nodes(patches.Hidden), patches.Weights),
            Connected(patches, patches.Hidden));
    }

    /// <summary>
    /// Draws the same network with the picture left as it is and the hidden nodes arranged as a grid: each node lies behind its patch.
    /// </summary>
    /// <inheritdoc cref="PlotLocalPatches"/>
    public static Figure PlotHiddenGrid(Tensor image, Size2d patch, Size2d? stride = null)
    {
        var patches = Patches.Of(image, patch, stride, nameof(PlotHiddenGrid));
        var title = "The hidden nodes as a grid";
        return new PlaneNetworkDrawing(patches, title).DrawOwnWeights(
            title,
            $"{Planes(patches)} A line runs to each node from the {Count(patches.Weights)} pixels of the patch that it lies behind.",
            ParameterSum.Each(patches.Hidden, DiagramFrame.Nodes(patches.Hidden), patches.Weights),
            "A new arrangement changes no count.");
    }

    /// <summary>
    /// Draws the same network with one set of weights shared by all patches, a filter: an edge's colour says which weight it carries.
    /// </summary>
    /// <param name="image">A grey picture of at most 8 x 8 pixels.</param>
    /// <param name="patch">How high and wide a patch is: at most nine pixels, since more colours cannot be told apart.</param>
    /// <param name="stride">How far each patch is from the next. Default: its own size, so that patches lie side by side.</param>
    /// <exception cref="ArgumentException">
    /// The picture is larger or coloured, or the patch does not fit on it or is larger than nine pixels.
    /// </exception>
    public static Figure PlotSharedWeights(Tensor image, Size2d patch, Size2d? stride = null)
    {
        var patches = Patches.Of(image, patch, stride, nameof(PlotSharedWeights));
        if (patches.Weights > WeightStyle.Most)
            throw new ArgumentException(
                $"PlotSharedWeights tells at most {Count(WeightStyle.Most)} weights apart, but a patch of {patches.By} has "
                + $"{Count(patches.Weights)}: write patch: 2 or patch: 3.");
        const string Title = "One filter, shared by all patches";
        return new PlaneNetworkDrawing(patches, Title, shared: true).DrawSharedWeights(
            Title,
            $"{Planes(patches)} The lines from each patch to its node carry the same {Count(patches.Weights)} weights everywhere, "
                + "one colour for each.",
            new([new($"{Count(patches.Weights)} shared {(patches.Weights == 1 ? "weight" : "weights")}"), new(" + 1 shared bias")],
                patches.Weights + 1),
            Connected(patches, patches.Hidden));
    }

    /// <summary>
    /// Draws several filters side by side, and the feature map that each makes of the picture: each finds something else.
    /// </summary>
    /// <param name="image">A grey picture of at most 8 x 8 pixels.</param>
    /// <param name="patch">How high and wide the filters are.</param>
    /// <param name="filters">How many filters there are, at most 6, and at most as many as a patch has pixels.</param>
    /// <param name="stride">How far each patch is from the next. Default: its own size, so that patches lie side by side.</param>
    /// <exception cref="ArgumentException">
    /// The picture is larger or coloured, the patch does not fit on it, or there are no such filters.
    /// </exception>
    public static Figure PlotFilters(Tensor image, Size2d patch, int filters = 3, Size2d? stride = null)
    {
        var patches = Patches.Of(image, patch, stride, nameof(PlotFilters));
        var most = Math.Min(6, patches.Weights);
        if (filters < 1 || filters > most)
            throw new ArgumentException(
                $"PlotFilters draws from 1 to {Count(most)} filters of {patches.By}, but got {Count(filters)}: write for example "
                + $"filters: {Count(Math.Min(3, most))}.");
        var name = filters == 1 ? "1 filter" : $"{Count(filters)} filters";
        var title = filters == 1 ? "One filter" : "Many filters side by side";
        return new FiltersDrawing(patches, CosineFilters.Of(filters, patches.Patch)).Draw(
            title,
            $"A picture of {By((patches.Picture.Height, patches.Picture.Width))} pixels passes through {name} of {By(patches.Patch)}, "
                + $"each making a feature map of {By(patches.Grid)}.",
            ParameterSum.Each(filters, name, patches.Weights),
            Connected(patches, filters * patches.Hidden));
    }

    static string Planes(Patches patches) =>
        $"A picture of {By((patches.Picture.Height, patches.Picture.Width))} pixels stands before "
        + $"a grid of {By(patches.Grid)} hidden nodes.";

    /// <summary>What the same hidden nodes would cost, so that each diagram says what the step has saved.</summary>
    static string Connected(Patches patches, int hidden) =>
        $"Fully connected, {(hidden == 1 ? "this" : "these")} {DiagramFrame.Nodes(hidden)} need{(hidden == 1 ? "s" : "")} "
            + $"{Number((long)hidden * (patches.Picture.Pixels + 1))}.";
}
