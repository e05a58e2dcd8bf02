using CourseCnn.Figures.Animations;
using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn;

public static partial class Plots
{
    /// <summary>
    /// Shows a window passing over an input, step by step: at each place the greatest number under it is kept. It plays by itself; where
    /// scripts run, buttons and the arrow keys step through it.
    /// </summary>
    /// <param name="input">Numbers of shape (height, width), at most 8 x 8.</param>
    /// <param name="kernelSize">The window's height and width, at most 5 x 5.</param>
    /// <param name="stride">How far the window steps. Default: its own size, so that windows do not overlap.</param>
    /// <exception cref="ArgumentException">The input is larger or has several channels, or the window does not fit on it.</exception>
    /// <example><code>
    /// AnimateMaxPool(Tensor.Of([[1, 2, 5, 6], [3, 4, 7, 8]]), (2, 2))
    /// </code></example>
    public static Figure AnimateMaxPool(Tensor input, Size2d kernelSize, Size2d? stride = null) =>
        AnimatePooling(
            nameof(AnimateMaxPool), "greatest number", input, kernelSize, stride, new MaxPool2d(kernelSize, stride), WrittenSum.Greatest);

    /// <summary>
    /// Shows a window passing over an input, step by step: at each place the mean of the numbers under it is taken. It plays by itself;
    /// where scripts run, buttons and the arrow keys step through it.
    /// </summary>
    /// <inheritdoc cref="AnimateMaxPool"/>
    public static Figure AnimateAvgPool(Tensor input, Size2d kernelSize, Size2d? stride = null) =>
        AnimatePooling(nameof(AnimateAvgPool), "mean", input, kernelSize, stride, new AvgPool2d(kernelSize, stride), WrittenSum.Mean);

    static string LargestWindow => $"{Count(LargestAnimatedKernel)} x {Count(LargestAnimatedKernel)}";

    static Animation AnimatePooling(
        string caller,
        string result,
        Tensor input,
        Size2d window,
        Size2d? stride,
        Module layer,
        Func<SlidingWindow, Size2d, IReadOnlyList<SumPiece>> sum)
    {
        NumberGrid.Check(input, caller, "an input", LargestAnimated, $"Cut out a piece: {Piece(input)}.");
        if (Math.Max(window.Height, window.Width) > LargestAnimatedKernel)
            throw new ArgumentException(
                $"{caller} writes out every number, so it takes a window of at most {LargestWindow}, "
                + $"but got {Count(window.Height)} x {Count(window.Width)}: write for example (2, 2).");
        var (height, width) = (input.Shape[^2], input.Shape[^1]);
        var output = NumberGrid.Of(layer.Call(input.Reshape(1, 1, height, width)));
        var steps = stride ?? window;
        return SlidingWindowDrawing.Draw(new SlidingWindow
        {
            Title = $"{(layer is MaxPool2d ? "Max" : "Average")} pooling",
            Description = $"A window of {By(window)} passes over an input of {By((height, width))}, "
                + $"in steps of {Count(steps.Height)} down and {Count(steps.Width)} across, "
                + $"and keeps the {result} of each place: an output of {By((output.Rows, output.Columns))}.",
            Input = NumberGrid.Of(input),
            Output = output,
            Window = window,
            Stride = steps,
            Accent = Accent.Pool,
            Sum = sum,
            KeepsGreatest = layer is MaxPool2d,
        });
    }
}
