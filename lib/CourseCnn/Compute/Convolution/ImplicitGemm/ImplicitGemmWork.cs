using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace CourseCnn;

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
            Tile.MultiplyPanel<TVector, TSimd>(starts, taps.Pointer, count, kernel, sizes.Taps, sums.Pointer);
            Write(sums.Pointer, image, group, panel * Tile.Width, first, count);
        }
    }

    /// <summary>Writes a block's sums, channels side by side, to the output, where places lie side by side.</summary>
    void Write(float* sums, int image, int group, int firstOfGroup, int first, int count)
    {
        var channel = group * sizes.GroupOutChannels + firstOfGroup;
        var channels = Math.Min(Tile.Width, sizes.GroupOutChannels - firstOfGroup);
        var output = arrays.Outputs + ((long)image * sizes.OutChannels + channel) * places + first;
        Transposition.Copy(sums, Tile.Width, count, channels, output, places);
        if (arrays.Biases == null)
            return;

        for (var i = 0; i < channels; i++)
        {
            var row = new Span<float>(output + (long)i * places, count);
            TensorPrimitives.Add(row, arrays.Biases[channel + i], row);
        }
    }
}
