using CourseCnn.Compute.MatrixProduct;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>
/// Winograd's minimal filtering F(4 x 4, 3 x 3) (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015): a tile of 4 x 4
/// outputs needs 6 x 6 inputs; both the inputs and the kernel are transformed to 6 x 6 numbers, these are multiplied one by one, and the
/// result is transformed back. That takes 36 products for each pair of channels, where the definition takes 4 * 4 * 9 = 144. Over all
/// channels the 36 products are 36 matrix products.
/// </summary>
/// <remarks><code>
///   input, channels last      transformed: 36 matrices       kernels: 36 matrices        products, transformed back
///   + - - - - - - +           | tile 1: all channels |       (in x out channels)         + - - - - +
///   | 6 x 6 ...   |    ->     | tile 2: all channels |   x   in panels               ->  | 4 x 4 . |
///   | a tile each |           |        ...           |       (kept for the next call)    | . . . . |
///   + - - - - - - +                                                                      + - - - - +
/// </code>
/// It rounds more than the other methods, by about ten times. Working memory: the input once, the kernels four times (kept for the next
/// call), and for each thread a block of transformed tiles, 36 * 48 * (in + out channels) numbers at most.
/// </remarks>
sealed unsafe class WinogradConvolution : ConvolutionAlgorithm
{
    /// <summary>Outputs of a tile in a row.</summary>
    public const int Outputs = 4;

    /// <summary>Inputs of a tile in a row.</summary>
    public const int Inputs = 6;

    /// <summary>Numbers of a transformed tile.</summary>
    public const int Numbers = Inputs * Inputs;

    public override ConvolutionMethod Method => ConvolutionMethod.Winograd;

    /// <summary>A tile's transform adds all its inputs up.</summary>
    public override bool SpreadsNonFinite => true;

    /// <summary>How many tiles cover the output.</summary>
    public static Size2d Tiles(in ConvolutionSizes sizes) =>
        ((sizes.Output.Height + Outputs - 1) / Outputs, (sizes.Output.Width + Outputs - 1) / Outputs);

    public override string? Obstacle(in ConvolutionSizes sizes) =>
        sizes.Kernel == 3 && sizes.Stride == 1 && sizes.Dilation == 1 && sizes.Groups == 1
            ? null
            : "needs a kernelSize of (3, 3), with stride, dilation and groups 1";

    public override double Seconds(in ConvolutionSizes sizes) => WinogradCost.Seconds(sizes);

    public override string Reason(in ConvolutionSizes sizes) => FormattableString.Invariant(
        $"needs 36 products where the definition needs 144, but transforms {Tiles(sizes).Pair} tiles of each picture");

    public override void Forward(in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared)
    {
        using var input = new ChannelsLastInput(sizes, Tiles(sizes), arrays.Inputs);
        var length = Numbers * Panels.Length(sizes.InChannels, sizes.OutChannels);
        var kernels = prepared.Get(Method, sizes, arrays.Weights, length, WinogradKernels.Transform);
        new WinogradWork(sizes, arrays, input, PreparedKernels.Start(kernels)).Run();
        GC.KeepAlive(kernels);
    }
}
