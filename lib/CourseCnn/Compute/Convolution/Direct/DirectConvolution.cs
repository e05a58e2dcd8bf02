using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.Direct;

/// <summary>
/// Convolution as its definition says it, many neighbouring outputs at a time: for each weight of a kernel, vectors of outputs gain the
/// weight times the vectors of inputs under it. The sums stay in registers until they are complete.
/// </summary>
/// <remarks>
/// <para>A tile has three rows of outputs that read the same inputs:</para>
/// <code>
///   three output channels at the same places        three rows of one channel, where its kernel is high
///
///              kernels     outputs                   input      kernel     outputs
///   input      a a a       channel 1  o o o o        . . . .    a          row y      o o o o
///   . . . .    b b b  ->   channel 2  o o o o        . . . .    a a        row y + 1  o o o o
///   . . . .    c c c       channel 3  o o o o        . . . .    a a a  ->  row y + 2  o o o o
///                                                    . . . .      a a
/// </code>
/// <para>Small kernels that see a single channel have a way of their own: see <see cref="RollingWork"/>.</para>
/// <para>Working memory: the input with its border, if it has one, and a few rows for each thread.</para>
/// </remarks>
sealed unsafe class DirectConvolution : ConvolutionAlgorithm
{
    public override ConvolutionMethod Method => ConvolutionMethod.Direct;

    public override double Seconds(in ConvolutionSizes sizes) => DirectCost.Seconds(sizes);

    public override string Reason(in ConvolutionSizes sizes) => FormattableString.Invariant(
        $"computes every product, for {Math.Min(Tile.Rows, sizes.GroupOutChannels)} x {Tile.Width} neighbouring outputs at once");

    public override void Forward(in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared)
    {
        if (RollingWork.Serves(sizes))
        {
            new RollingWork(sizes, arrays).Run();
            return;
        }

        var runs = new OutputRuns(sizes);
        using var padded = new PaddedInput(sizes, arrays.Inputs, isSorted: true, slack: runs.ReadsBeyond ? Tile.Width : 0);
        if (KernelColumns.Serve(sizes))
            ForwardRows(sizes, arrays, padded);
        else
            ForwardChannels(sizes, arrays, padded, runs);
    }

    static void ForwardChannels(in ConvolutionSizes sizes, ConvolutionArrays arrays, in PaddedInput padded, OutputRuns runs)
    {
        using var taps = new Steps(sizes.Taps);
        padded.WriteTapOffsets(taps.Pointer);
        new DirectChannelsWork(sizes, arrays, padded, taps, runs).Run();
    }

    static void ForwardRows(in ConvolutionSizes sizes, ConvolutionArrays arrays, in PaddedInput padded)
    {
        using var kernels = new KernelColumns(sizes, arrays.Weights, padded);
        new DirectRowsWork(sizes, arrays, padded, kernels).Run();
    }
}
