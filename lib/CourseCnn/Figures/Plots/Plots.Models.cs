using CourseCnn.Figures.Diagrams;
using CourseCnn.Figures.Drawing;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// Draws a model as rows of blocks, from its input to its output, by running it once: feature maps as stacks of sheets with the next
    /// layer's kernel or window marked on them, vectors as columns, of which a few numbers are drawn. Beneath each stand the layer, its
    /// kernel, the size of what comes out and its parameters; layers that act on each number by itself, such as ReLU, dropout and batch
    /// normalisation, are tags of the one before.
    /// </summary>
    /// <remarks>Layers are drawn in the order in which they are called; branches that join again stand one behind the other.</remarks>
    /// <param name="model">Any module. It is run as for evaluation and is afterwards as it was.</param>
    /// <param name="inputShape">The shape of one input, without its batch: (1, 100, 100).</param>
    /// <param name="title">Stands above the drawing, and is what a listener hears first. Default: the name of the model's type.</param>
    /// <exception cref="ArgumentException">The shape does not fit the model.</exception>
    /// <example><code>
    /// var model = new Sequential(new Conv2d(1, 3, kernelSize: 3), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(7203, 1));
    /// PlotModel(model, (1, 100, 100), title: "A small CNN")
    /// </code></example>
    public static Figure PlotModel(Module model, Shape inputShape, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (inputShape.Rank == 0 || inputShape.Count == 0)
            throw new ArgumentException(
                $"PlotModel needs the shape of one input, without its batch, but got {inputShape}: write for example (1, 100, 100).");
        var input = Tensor.Zeros(new Shape([1, .. inputShape]));
        var steps = ModelStep.Of(input.Shape, LayerTrace.Of(model, input));
        var parameters = model.Parameters().Sum(parameter => (long)parameter.Count);
        return new ModelDrawing(string.IsNullOrWhiteSpace(title) ? model.TypeName : title, steps, parameters).Draw();
    }

    /// <summary>
    /// Shows what each layer of a model makes of a picture, one row a layer. Each map is scaled from its own smallest value (black) to
    /// its own largest (white); of many maps the first five are shown. Layers that make vectors, from Flatten on, are left out.
    /// </summary>
    /// <param name="model">Any module that takes pictures. It is run as for evaluation and is afterwards as it was.</param>
    /// <param name="image">A picture as <see cref="PlotImage"/> takes it, with as many channels as the model takes in.</param>
    /// <exception cref="ArgumentException">The picture does not fit the model, or no layer makes feature maps of it.</exception>
    /// <example><code>
    /// var model = new Sequential(new Conv2d(1, 3, kernelSize: 3), new ReLU(), new MaxPool2d(2));
    /// PlotFeatureMaps(model, Tensor.Rand((100, 100)))
    /// </code></example>
    public static Figure PlotFeatureMaps(Module model, Tensor image)
    {
        ArgumentNullException.ThrowIfNull(model);
        var picture = Batch(image, PixelGrid.Of(image, nameof(PlotFeatureMaps)));
        var calls = LayerTrace.Of(model, picture).Where(call => call.Output.Rank == 4).ToList();
        if (calls.Count == 0)
            throw new ArgumentException(
                $"PlotFeatureMaps shows feature maps, of shape (channels, height, width), but no layer of {model.TypeName} makes any: "
                + "give it a model with a Conv2d.");
        return FeatureMapsDrawing.Draw($"{model.TypeName}, layer by layer", picture, calls);
    }
}
