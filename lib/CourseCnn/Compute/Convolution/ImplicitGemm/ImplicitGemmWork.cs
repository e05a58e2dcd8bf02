using System.Runtime.CompilerServices;
using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.ImplicitGemm;

/// <summary>The blocks of an implicit matrix product: each some output places of one picture, for a panel of output channels.</summary>
sealed unsafe class ImplicitGemmWork(
    ConvolutionSizes sizes, ConvolutionArrays arrays, PaddedInput padded, Steps taps, float* kernels) : SimdWork
{
    /// <summary>Places in a block. While they pass, 128 taps of a panel stay in the first cache.</summary>
    const int BlockPlaces = 48;

    readonly Size2d size = sizes.Output;
    readonly int places = sizes.Output.Height * sizes.Output.Width;
    readonly int blocks = (sizes.Output.Height * sizes.Output.Width + BlockPlaces - 1) / BlockPlaces;
    readonly int panels = Panels.Count(sizes.GroupOutChannels);

    public void Run() => Run(
        sizes.Batch * sizes.Groups * panels * blocks, MachineSpeed.Multiplications((double)BlockPlaces * sizes.Taps * Tile.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        using var sums = new Scratch(BlockPlaces * Tile.Width);
        var starts = stackalloc float*[BlockPlaces];
        var biases = stackalloc float[Tile.Width];
        for (var item = from; item < to; item++)
        {
            var (rest, block) = Math.DivRem(item, blocks);
            var (imageAndGroup, panel) = Math.DivRem(rest, panels);
            var (image, group) = Math.DivRem(imageAndGroup, sizes.Groups);

            var first = block * BlockPlaces;
            var count = Math.Min(BlockPlaces, places - first);
            var input = padded.Numbers + ((long)image * sizes.InChannels + group * sizes.GroupInChannels) * padded.PlaneLength;
            for (var i = 0; i < count; i++)
            {
                var (y, x) = Math.DivRem(first + i, size.Width);
                starts[i] = input + (long)y * sizes.Stride.Height * padded.RowLength + x * sizes.Stride.Width;
            }

            var kernel = kernels + ((long)group * panels + panel) * sizes.Taps * Tile.Width;
            var channel = group * sizes.GroupOutChannels + panel * Tile.Width;
            var channels = Math.Min(Tile.Width, sizes.GroupOutChannels - panel * Tile.Width);
            if (arrays.Biases != null)
                new ReadOnlySpan<float>(arrays.Biases + channel, channels).CopyTo(new(biases, channels));
            // While the products are summed, what is to be overwritten comes near.
            var output = arrays.Outputs + ((long)image * sizes.OutChannels + channel) * places + first;
            Prefetch.Lines(output, places, channels, count);
            Tile.MultiplyPanel<TVector, TSimd>(starts, taps.Pointer, count, kernel, sizes.Taps, biases, sums.Pointer, Tile.Width);

            // Channels lie side by side here, places in the output.
            Transposition.Copy(sums.Pointer, Tile.Width, count, channels, output, places);
        }
    }
}
