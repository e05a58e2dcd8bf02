using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Pooling;
using CourseCnn.Layers.Arguments;
using CourseCnn.Layers.Pooling;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>Shrinks a picture: passes a window over it and keeps the greatest number of each.</summary>
/// <example><code>
/// var image = Tensor.Of([[[1, 2, 5, 6], [3, 4, 7, 8]]]);
/// new MaxPool2d((2, 2)).Call(image)
/// // → tensor([[[4., 8.]]])
/// </code></example>
public sealed class MaxPool2d : Module
{
    readonly PoolingArguments arguments;

    /// <summary>A pooling layer.</summary>
    /// <param name="kernelSize">The window's height and width.</param>
    /// <param name="stride">How far the window steps. Default: its own size, so that windows do not overlap.</param>
    /// <param name="padding">A border that never wins, at most half the window. Default: 0.</param>
    /// <param name="dilation">How far apart the window's pixels lie. Default: 1, side by side.</param>
    /// <param name="ceilMode">Whether a last window counts that reaches over the edge. Default: false.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is more than half the window.</exception>
    public MaxPool2d(Size2d kernelSize, Size2d? stride = null, Size2d? padding = null, Size2d? dilation = null, bool ceilMode = false)
    {
        arguments = new PoolingArguments("MaxPool2d", kernelSize, stride ?? kernelSize, padding ?? 0, dilation ?? 1, ceilMode);
        arguments.Check();
    }

    /// <inheritdoc/>
    /// <param name="x">Shape (N, C, H, W), or (C, H, W) for a single picture.</param>
    /// <returns>
    /// The same with H' = (H + 2 * padding - dilation * (kernel height - 1) - 1) / stride + 1 for H, rounded down (up in ceil mode), and
    /// W' likewise.
    /// </returns>
    /// <exception cref="ArgumentException">The input is no picture, or smaller than the window.</exception>
    protected override Tensor Forward(Tensor x)
    {
        var sizes = arguments.SizesFor(x.Shape);
        var output = OutputPool.Allocate(sizes.OutputLength);
        PlanePooling.Max(sizes, x.Span, output);
        return new Tensor(output, PoolingArguments.WithSize(x.Shape, sizes.Output));
    }

    /// <summary>
    /// Calls the layer, and also says where each greatest number stands: its place in its plane, counted row by row from 0 (PyTorch's
    /// <c>return_indices=True</c>). Hooks see the output and may replace it; the indices stay.
    /// </summary>
    /// <param name="x">Shape (N, C, H, W), or (C, H, W) for a single picture.</param>
    /// <exception cref="ArgumentException">The input is no picture, or smaller than the window.</exception>
    public (Tensor Output, Tensor Indices) CallWithIndices(Tensor x)
    {
        Tensor? indices = null;
        var output = Call(x, input =>
        {
            (var greatest, indices) = WithIndices(input);
            return greatest;
        });
        return (output, indices!);
    }

    (Tensor Output, Tensor Indices) WithIndices(Tensor x)
    {
        var sizes = arguments.SizesFor(x.Shape);
        var (output, indices) = (new float[sizes.OutputLength], new int[sizes.OutputLength]);
        PlanePooling.Max(sizes, x.Span, output, indices);
        var shape = PoolingArguments.WithSize(x.Shape, sizes.Output);
        return (new Tensor(output, shape), new Tensor(Array.ConvertAll(indices, index => (float)index), shape));
    }

    /// <inheritdoc/>
    protected internal override string ExtraRepr() =>
        $"kernel_size={arguments.KernelSize}, stride={arguments.Stride}, padding={arguments.Padding}, "
        + $"dilation={arguments.Dilation}, ceil_mode={Python.Bool(arguments.CeilMode)}";

    internal override string Code => arguments.ToString();

    internal override ResultKind Result => ResultKind.New;
}
