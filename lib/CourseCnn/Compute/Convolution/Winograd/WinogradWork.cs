using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>
/// The three steps of Winograd's method on blocks of tiles that the second cache holds. Where there are several blocks, threads share
/// these; where there is one, they share each of its steps.
/// </summary>
sealed unsafe class WinogradWork(ConvolutionSizes sizes, ConvolutionArrays arrays, ChannelsLastInput input, float* kernels) : SimdWork
{
    const int Numbers = WinogradConvolution.Numbers;

    /// <summary>Tiles in a block: while they pass, a panel of a kernel matrix is read once.</summary>
    const int BlockTiles = 48;

    readonly Size2d tiles = WinogradConvolution.Tiles(sizes);
    readonly int tileCount = sizes.Batch * WinogradConvolution.Tiles(sizes).Height * WinogradConvolution.Tiles(sizes).Width;
    readonly int panels = Panels.Count(sizes.OutChannels);
    readonly int outChannels = Panels.Count(sizes.OutChannels) * Tile.Width;

    public void Run() => Run((tileCount + BlockTiles - 1) / BlockTiles, BlockTiles * Numbers * PairSeconds * sizes.InChannels);

    /// <summary>Seconds for the products of one number of one tile and input channel.</summary>
    double PairSeconds => MachineSpeed.Multiplications(outChannels);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var most = Math.Min(BlockTiles, tileCount);
        using var transformed = new Scratch((long)Numbers * TransformedPitch(most));
        using var products = new Scratch((long)Numbers * ProductsPitch(most));
        using var steps = Steps.Numbered(sizes.InChannels);

        for (var block = from; block < to; block++)
        {
            var first = block * BlockTiles;
            var count = Math.Min(BlockTiles, tileCount - first);
            float* inputs = transformed.Pointer, sums = products.Pointer;
            var numbered = steps;

            Work.Split(count, input.Channels * 20e-9, (a, b) => TransformInputs<TVector, TSimd>(first, a, b, most, inputs));
            Work.Split(
                Numbers * panels,
                count * sizes.InChannels * MachineSpeed.Multiplications(Tile.Width),
                (a, b) => Multiply<TVector, TSimd>(a, b, count, most, inputs, numbered, sums));
            Work.Split(count, outChannels * 20e-9, (a, b) => TransformOutputs<TVector, TSimd>(first, a, b, most, sums));
        }
    }

    /// <summary>
    /// From one of the 36 matrices to the next: a vector more than needed, since powers of two would crowd into few cache lines.
    /// </summary>
    nint TransformedPitch(int most) => most * input.Channels + 16;

    nint ProductsPitch(int most) => most * outChannels + 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void TransformInputs<TVector, TSimd>(int first, int from, int to, int most, float* transformed)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var half = stackalloc float[Numbers * TSimd.Count];
        for (var tile = from; tile < to; tile++)
        {
            var (image, y, x) = Place(first + tile);
            var pixel = input.Pixel(image, y, x);
            for (var channel = 0; channel < input.Channels; channel += TSimd.Count)
                WinogradTransforms.Input<TVector, TSimd>(
                    pixel + channel,
                    (nint)input.Size.Width * input.Channels,
                    input.Channels,
                    transformed + (nint)tile * input.Channels + channel,
                    TransformedPitch(most),
                    half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Multiply<TVector, TSimd>(int from, int to, int count, int most, float* transformed, Steps steps, float* products)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var starts = stackalloc float*[BlockTiles];
        var zeros = stackalloc float[Tile.Width];
        for (var item = from; item < to; item++)
        {
            var (number, panel) = Math.DivRem(item, panels);
            for (var tile = 0; tile < count; tile++)
                starts[tile] = transformed + number * TransformedPitch(most) + (nint)tile * input.Channels;
            Tile.MultiplyPanel<TVector, TSimd>(
                starts,
                steps.Pointer,
                count,
                kernels + (long)item * sizes.InChannels * Tile.Width,
                sizes.InChannels,
                zeros,
                products + number * ProductsPitch(most) + (nint)panel * most * Tile.Width,
                Tile.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void TransformOutputs<TVector, TSimd>(int first, int from, int to, int most, float* products)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var half = stackalloc float[Numbers * TSimd.Count];
        var outputs = stackalloc float[16 * Tile.Width];
        var bias = stackalloc float[Tile.Width];
        for (var panel = 0; panel < panels; panel++)
        {
            var channels = Math.Min(Tile.Width, sizes.OutChannels - panel * Tile.Width);
            if (arrays.Biases != null)
                new ReadOnlySpan<float>(arrays.Biases + panel * Tile.Width, channels).CopyTo(new(bias, Tile.Width));
            for (var tile = from; tile < to; tile++)
            {
                for (var channel = 0; channel < Tile.Width; channel += TSimd.Count)
                    WinogradTransforms.Output<TVector, TSimd>(
                        products + ((nint)panel * most + tile) * Tile.Width + channel,
                        ProductsPitch(most),
                        bias + channel,
                        outputs + channel,
                        Tile.Width,
                        half);
                Write(outputs, first + tile, panel * Tile.Width, channels);
            }
        }
    }

    /// <summary>Writes a tile's 4 x 4 outputs, channels side by side, to the output, where pixels lie side by side.</summary>
    void Write(float* outputs, int tile, int channel, int channels)
    {
        var (image, y, x) = Place(tile);
        var (height, width) = sizes.Output;
        var columns = Math.Min(WinogradConvolution.Outputs, width - x);
        for (var row = 0; row < Math.Min(WinogradConvolution.Outputs, height - y); row++)
            Transposition.Copy(
                outputs + row * WinogradConvolution.Outputs * Tile.Width,
                Tile.Width,
                columns,
                channels,
                arrays.Outputs + (((long)image * sizes.OutChannels + channel) * height + y + row) * width + x,
                (nint)height * width);
    }

    /// <summary>In which picture a tile is, and its first row and column.</summary>
    (int Image, int Y, int X) Place(int tile)
    {
        var (rest, x) = Math.DivRem(tile, tiles.Width);
        var (image, y) = Math.DivRem(rest, tiles.Height);
        return (image, y * WinogradConvolution.Outputs, x * WinogradConvolution.Outputs);
    }
}
