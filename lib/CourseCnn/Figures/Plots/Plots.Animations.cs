using CourseCnn.Figures.Animations;
using CourseCnn.Figures.Drawing;
using CourseCnn.Layers.Convolution;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn;

public static partial class Plots
{
    const int LargestAnimated = 8;
    const int LargestAnimatedKernel = 5;

    /// <summary>
    /// Shows a kernel passing over an input, step by step: at each place the numbers under it are multiplied by the kernel's and added
    /// up, and the sum, written out, is one number of the output. It plays by itself; where scripts run, buttons and the arrow keys step
    /// through it.
    /// </summary>
    /// <param name="input">
    /// Numbers of shape (height, width), at most 8 x 8; one picture of one channel with all its four dimensions is fine too.
    /// </param>
    /// <param name="kernel">Numbers of shape (height, width), at most 5 x 5.</param>
    /// <param name="stride">How far the kernel steps, down and across. Default: 1.</param>
    /// <param name="padding">A border of zeros around the input, drawn with it. Default: 0.</param>
    /// <exception cref="ArgumentException">
    /// One of them is larger, has several channels, or the kernel does not fit on the input.
    /// </exception>
    /// <example><code>
    /// var input = Tensor.Of([[1, 0, 2], [3, 1, 0], [0, 2, 1]]);
    /// AnimateConvolution(input, kernel: Tensor.Of([[1, -1], [0, 2]]), stride: 2, padding: 1)
    /// </code></example>
    public static Figure AnimateConvolution(Tensor input, Tensor kernel, Size2d? stride = null, Padding2d padding = default)
    {
        NumberGrid.Check(input, nameof(AnimateConvolution), "an input", LargestAnimated, $"Cut out a piece: {Piece(input)}.");
        NumberGrid.Check(kernel, nameof(AnimateConvolution), "a kernel", LargestAnimatedKernel, $"A smaller one shows the same.");
        Tensor Batch(Tensor grid) => grid.Reshape(1, 1, grid.Shape[^2], grid.Shape[^1]);
        var (picture, weight) = (Batch(input), Batch(kernel));
        var arguments = new Conv2dArguments(1, 1, (kernel.Shape[^2], kernel.Shape[^1]), stride ?? 1, padding, 1, 1);
        arguments.Check();
        var sizes = arguments.SizesFor(picture.Shape);
        if (Math.Max(sizes.Padded.Height, sizes.Padded.Width) > LargestAnimated + 2 * (LargestAnimatedKernel / 2))
            throw new ArgumentException(
                $"{nameof(AnimateConvolution)} draws the padding too, and {Count(sizes.Padded.Height)} x {Count(sizes.Padded.Width)} cells "
                + $"are too many to read: write a padding of at most {Count(LargestAnimatedKernel / 2)}.");

        var weights = NumberGrid.Of(weight);
        var output = NumberGrid.Of(Functional.Conv2d(picture, weight, stride: stride, padding: padding));
        return SlidingWindowDrawing.Draw(new SlidingWindow
        {
            Title = "A kernel passing over an input",
            Description = $"A kernel of {By(sizes.Kernel)} passes over an input of "
                + $"{By(sizes.Input)}{(padding.IsZero ? "" : $", padded with zeros to {By(sizes.Padded)}")}, "
                + $"in steps of {Count(sizes.Stride.Height)} down and {Count(sizes.Stride.Width)} across, "
                + $"and makes an output of {By(sizes.Output)}. "
                + $"The kernel, row after row: {weights.Spoken}.",
            Input = NumberGrid.Of(picture, sizes.PaddingBefore, sizes.PaddingAfter),
            Kernel = weights,
            Output = output,
            Window = sizes.Kernel,
            Stride = sizes.Stride,
            Accent = Accent.Kernel,
            Sum = WrittenSum.Products,
        });
    }

    /// <summary>How to cut a piece of a readable size out of an input.</summary>
    static string Piece(Tensor? input)
    {
        if (input is not { Rank: >= 2 })
            return "";
        var (rows, columns) = (Math.Min(6, input.Shape[^2]), Math.Min(6, input.Shape[^1]));
        return $"image.Crop(top: 0, left: 0, height: {Count(rows)}, width: {Count(columns)})";
    }
}
