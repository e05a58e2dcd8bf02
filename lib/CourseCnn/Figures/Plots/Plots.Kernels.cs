using CourseCnn.Figures.Diagrams;
using CourseCnn.Figures.Drawing;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// Draws the kernels of a convolutional layer between the channels that come in and the feature maps that go out, and works out the
    /// number of parameters: outChannels · (inChannels · height · width + 1).
    /// </summary>
    /// <param name="layer">The layer. Of many kernels and channels the first are drawn.</param>
    /// <param name="image">
    /// A picture with as many channels as the layer takes in, to show what each kernel makes of it. Default: none, the diagram alone.
    /// </param>
    /// <exception cref="ArgumentException">The picture does not fit the layer.</exception>
    /// <example><code>
    /// PlotKernels(new Conv2d(3, 2, kernelSize: (3, 3)), Tensor.Rand((3, 100, 100)))
    /// </code></example>
    public static Figure PlotKernels(Conv2d layer, Tensor? image = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (image is null)
            return new KernelsDrawing(layer, null).Draw([]);
        var picture = PixelGrid.Of(image, nameof(PlotKernels));
        return new KernelsDrawing(layer, Batch(image, picture)).Draw(picture.IsColour ? colours : ["Grey"]);
    }
}
