using CourseCnn.Compute.Convolution;
using CourseCnn.Compute.Memory;
using CourseCnn.Layers.Convolution;

namespace CourseCnn;

public static partial class Functional
{
    /// <summary>
    /// Passes kernels over an input: each output is a kernel's bias plus the sum of the products of the kernel and the patch it
    /// lies on.
    /// </summary>
    /// <param name="input">Shape (N, C, H, W), or (C, H, W) for a single picture.</param>
    /// <param name="weight">The kernels: shape (out channels, C / groups, kernel height, kernel width).</param>
    /// <param name="bias">One number for each output channel, or null for none.</param>
    /// <param name="stride">How far the kernel steps. Default: 1.</param>
    /// <param name="padding">The border of zeros around the input. Default: 0.</param>
    /// <param name="dilation">How far apart the kernel's numbers lie. Default: 1.</param>
    /// <param name="groups">Into how many groups the channels are split, each with kernels of its own. Default: 1.</param>
    /// <returns>
    /// Shape (N, out channels, H', W') with H' = (H + 2 * padding - dilation * (kernel height - 1) - 1) / stride + 1, rounded down,
    /// and W' likewise; without N where the input has none.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
    /// <example><code>
    /// var image = Tensor.Of([[0, 0, 0], [0, 1, 0], [0, 0, 0]]);
    /// var kernel = Tensor.Of([[1, 2], [3, 4]]);
    /// Functional.Conv2d(image[null, null, ..], kernel[null, null, ..])
    /// // → tensor([[[[4., 3.],
    /// // →           [2., 1.]]]])
    /// </code></example>
    public static Tensor Conv2d(
        Tensor input,
        Tensor weight,
        Tensor? bias = null,
        Size2d? stride = null,
        Padding2d padding = default,
        Size2d? dilation = null,
        int groups = 1)
    {
        if (weight.Rank != 4)
            throw new ArgumentException(
                $"Conv2d needs a weight of shape (out channels, in channels / groups, height, width), but got shape {weight.Shape}: "
                + $"{(weight.Rank == 2 ? "write kernel[null, null, ..] for a single kernel." : "give it four dimensions.")}");

        var arguments = new Conv2dArguments(
            InChannels: weight.Shape[1] * groups,
            OutChannels: weight.Shape[0],
            KernelSize: new Size2d(weight.Shape[2], weight.Shape[3]),
            Stride: stride ?? 1,
            Padding: padding,
            Dilation: dilation ?? 1,
            Groups: groups);
        arguments.Check();
        if (bias is not null && bias.Shape != new Shape(arguments.OutChannels))
            throw new ArgumentException(
                $"{arguments} needs a bias of shape ({arguments.OutChannels}), one number for each kernel, but got shape {bias.Shape}.");

        return Conv2d(input, weight, bias, arguments);
    }

    /// <summary>The same with arguments, weight and bias that are known to fit each other.</summary>
    internal static Tensor Conv2d(
        Tensor input,
        Tensor weight,
        Tensor? bias,
        Conv2dArguments arguments,
        ConvolutionMethod method = ConvolutionMethod.Auto,
        PreparedKernels? prepared = null)
    {
        var sizes = arguments.SizesFor(input.Shape);
        ConvolutionChoice.Require(method, sizes, arguments);
        var numbers = input.Storage;
        if (arguments.PaddingMode != PaddingMode.Zeros)
        {
            numbers = Border.Fill(input.Span, sizes, arguments);
            sizes = sizes with { Input = sizes.Padded, PaddingBefore = 0, PaddingAfter = 0 };
        }

        var (height, width) = sizes.Output;
        Shape shape = input.Rank == 4 ? (sizes.Batch, sizes.OutChannels, height, width) : (sizes.OutChannels, height, width);
        var output = OutputPool.Allocate(shape.Count);
        Convolution.Forward(
            sizes, numbers, weight.Span, bias is null ? default : bias.Span, output, method, prepared);
        return new Tensor(output, shape);
    }
}
