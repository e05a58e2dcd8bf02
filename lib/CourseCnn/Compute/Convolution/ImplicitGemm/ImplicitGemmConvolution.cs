using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution.ImplicitGemm;

/// <summary>
/// Convolution as a matrix product: on the left a row for each output place, which is the patch under the kernel, on the right a column
/// for each output channel, which is its kernel. The patches are never written out (as im2col does): a tile's rows begin at their places
/// in the picture, and its steps are the distances of the kernel's taps (Chetlur et al., cuDNN: Efficient Primitives for Deep Learning,
/// 2014).
/// </summary>
/// <remarks><code>
///                                         kernels in panels: a row for each tap,
///   picture with border                   a column for each output channel
///   . . . . . .                            | 1 2 3 4 ... |  tap 0
///   . A B C . .   rows of a tile start     | 1 2 3 4 ... |  tap 1
///   . . . . . .   at A, B, C           x   | 1 2 3 4 ... |  tap 2    ->   A, B, C of channels 1 2 3 4 ...
/// </code>
/// Working memory: the input with its border, the kernels once more (kept for the next call), and for each thread a block of outputs.
/// </remarks>
sealed unsafe class ImplicitGemmConvolution : ConvolutionAlgorithm
{
    public override ConvolutionMethod Method => ConvolutionMethod.ImplicitGemm;

    public override double Seconds(in ConvolutionSizes sizes) => ImplicitGemmCost.Seconds(sizes);

    public override string Reason(in ConvolutionSizes sizes)
    {
        var kernels = FormattableString.Invariant($"{sizes.GroupOutChannels} {(sizes.GroupOutChannels == 1 ? "kernel" : "kernels")}");
        return FormattableString.Invariant($"multiplies patches by a matrix of {kernels}, {Tile.Width} columns at a time");
    }

    public override void Forward(in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared)
    {
        using var padded = new PaddedInput(sizes, arrays.Inputs, isSorted: false, slack: 0);
        using var taps = new Steps(sizes.Taps);
        padded.WriteTapOffsets(taps.Pointer);
        var kernels = prepared.Get(Method, sizes, arrays.Weights, PanelsLength(sizes), Pack);
        new ImplicitGemmWork(sizes, arrays, padded, taps, PreparedKernels.Start(kernels)).Run();
        GC.KeepAlive(kernels);
    }

    static long PanelsLength(in ConvolutionSizes sizes) => sizes.Groups * Panels.Length(sizes.Taps, sizes.GroupOutChannels);

    static void Pack(ConvolutionSizes sizes, nint weight, nint target)
    {
        var (taps, channels) = (sizes.Taps, sizes.GroupOutChannels);
        var panels = Panels.Count(channels);
        Work.Split(sizes.Groups * panels, taps * Tile.Width / MachineSpeed.Copies, (from, to) =>
        {
            for (var item = from; item < to; item++)
            {
                var (group, panel) = Math.DivRem(item, panels);
                Panels.PackTransposed(
                    (float*)weight + (long)group * channels * taps, taps, channels, panel, (float*)target + (long)item * taps * Tile.Width);
            }
        });
    }
}
