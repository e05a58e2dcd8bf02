using System.Globalization;
using CourseCnn.Compute.Pooling;
using CourseCnn.Layers.Arguments;
using CourseCnn.Layers.Pooling;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>
/// Shrinks (or stretches) a picture to a given size, whatever size it has: each output is the mean of its share of the picture.
/// </summary>
/// <example><code>
/// new AdaptiveAvgPool2d((1, 2)).Call(Tensor.Of([[[1, 2, 5, 6], [3, 4, 7, 8]]]))
/// // → tensor([[[2.5000, 6.5000]]])
/// </code></example>
public sealed class AdaptiveAvgPool2d : Module
{
    readonly int? height;
    readonly int? width;
    readonly bool isOneNumber;

    /// <summary>A layer with square outputs.</summary>
    /// <param name="outputSize">The output's height and width.</param>
    /// <exception cref="ArgumentException">The size is not positive.</exception>
    public AdaptiveAvgPool2d(int outputSize)
        : this((outputSize, outputSize)) => isOneNumber = true;

    /// <summary>A layer with outputs of a height and a width.</summary>
    /// <param name="outputSize">The output's height and width; null keeps the input's.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public AdaptiveAvgPool2d((int? Height, int? Width) outputSize)
    {
        (height, width) = outputSize;
        if (height < 1 || width < 1)
            throw new ArgumentException(
                $"AdaptiveAvgPool2d needs an outputSize of at least 1 in both directions, but got {Text("null")}: "
                + "write for example outputSize: 1.");
    }

    /// <inheritdoc/>
    /// <param name="x">Shape (N, C, H, W), or (C, H, W) for a single picture.</param>
    /// <returns>The same with the output's height and width for H and W.</returns>
    /// <exception cref="ArgumentException">The input is no picture, or has no pixels.</exception>
    protected override Tensor Forward(Tensor x)
    {
        Require.Picture(this, x.Shape, channels: null);
        var (inputSize, outputSize) = (new Size2d(x.Shape[-2], x.Shape[-1]), new Size2d(height ?? x.Shape[-2], width ?? x.Shape[-1]));
        if (inputSize.Smallest < 1)
            throw new ArgumentException($"{Code} needs a picture with pixels, but got shape {x.Shape}.");

        var shape = PoolingArguments.WithSize(x.Shape, outputSize);
        var output = new float[shape.Count];
        PlanePooling.AdaptiveAverage(x.Count / (inputSize.Height * inputSize.Width), inputSize, outputSize, x.Span, output);
        return new Tensor(output, shape);
    }

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"output_size={Text("None")}";

    internal override string Code => CodeText.Call("AdaptiveAvgPool2d", Text("null"));

    string Text(string none)
    {
        return isOneNumber ? One(height) : $"({One(height)}, {One(width)})";

        string One(int? size) => size?.ToString(CultureInfo.InvariantCulture) ?? none;
    }
}
