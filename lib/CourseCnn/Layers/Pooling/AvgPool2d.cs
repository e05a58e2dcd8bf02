using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Pooling;
using CourseCnn.Layers.Pooling;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>Shrinks a picture: passes a window over it and takes the mean of each.</summary>
/// <example><code>
/// var image = Tensor.Of([[[1, 2, 5, 6], [3, 4, 7, 8]]]);
/// new AvgPool2d((2, 2)).Call(image)
/// // → tensor([[[2.5000, 6.5000]]])
/// </code></example>
public sealed class AvgPool2d : Module
{
    readonly PoolingArguments arguments;
    readonly bool countIncludePad;
    readonly int? divisorOverride;

    /// <summary>A pooling layer.</summary>
    /// <param name="kernelSize">The window's height and width.</param>
    /// <param name="stride">How far the window steps. Default: its own size, so that windows do not overlap.</param>
    /// <param name="padding">A border of zeros, at most half the window. Default: 0.</param>
    /// <param name="ceilMode">Whether a last window counts that reaches over the edge. Default: false.</param>
    /// <param name="countIncludePad">Whether the border's zeros count in the mean. Default: true.</param>
    /// <param name="divisorOverride">What sums are divided by instead of how many numbers they have. Default: null, that number.</param>
    /// <exception cref="ArgumentException">
    /// A size is not positive, the padding is more than half the window, or the divisor is 0.
    /// </exception>
    public AvgPool2d(
        Size2d kernelSize,
        Size2d? stride = null,
        Size2d? padding = null,
        bool ceilMode = false,
        bool countIncludePad = true,
        int? divisorOverride = null)
    {
        arguments = new PoolingArguments("AvgPool2d", kernelSize, stride ?? kernelSize, padding ?? 0, 1, ceilMode);
        arguments.Check();
        if (divisorOverride == 0)
            throw new ArgumentException("AvgPool2d cannot divide by divisorOverride: 0: leave it out, or write another number.");
        (this.countIncludePad, this.divisorOverride) = (countIncludePad, divisorOverride);
    }

    /// <inheritdoc/>
    /// <param name="x">Shape (N, C, H, W), or (C, H, W) for a single picture.</param>
    /// <returns>
    /// The same with H' = (H + 2 * padding - kernel height) / stride + 1 for H, rounded down (up in ceil mode), and W' likewise.
    /// </returns>
    /// <exception cref="ArgumentException">The input is no picture, or smaller than the window.</exception>
    protected override Tensor Forward(Tensor x)
    {
        var sizes = arguments.SizesFor(x.Shape);
        var output = OutputPool.Allocate(sizes.OutputLength);
        PlanePooling.Average(sizes, x.Span, output, countIncludePad, divisorOverride);
        return new Tensor(output, PoolingArguments.WithSize(x.Shape, sizes.Output));
    }

    /// <inheritdoc/>
    protected internal override string ExtraRepr() =>
        $"kernel_size={arguments.KernelSize}, stride={arguments.Stride}, padding={arguments.Padding}";

    internal override string Code => arguments.ToString();

    internal override ResultKind Result => ResultKind.New;
}
