using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>Transforms columns back and writes the outputs of both tiles of a pair. An item is a block of columns of one channel.</summary>
sealed unsafe class FftColumnsBackward(
    FftPlanes planes, ConvolutionSizes sizes, FftTiles tiles, ConvolutionArrays arrays, int pair, int firstChannel) : SimdWork
{
    /// <summary>Columns beyond a tile's outputs are of no use.</summary>
    readonly int blocks = (tiles.Outputs.Width + Lanes - 1) / Lanes;

    readonly FftTilePlace first = FftTilePlace.Of(tiles, sizes.Batch, 2 * pair);
    readonly FftTilePlace second = FftTilePlace.Of(tiles, sizes.Batch, 2 * pair + 1);

    public void Run() => Run(sizes.GroupOutChannels * blocks, FftCost.Seconds(planes.Size.Height));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        var (height, width) = planes.Size;
        var twiddles = Twiddles.Of(height);
        using var columns = new Scratch(height * 2 * TSimd.Count);
        for (var item = from; item < to; item++)
        {
            var (plane, block) = Math.DivRem(item, blocks);
            var x = block * TSimd.Count;
            for (var y = 0; y < height; y++)
            {
                var number = columns.Pointer + y * 2 * TSimd.Count;
                var row = planes.Row(plane, y) + x;
                TSimd.Store(TSimd.Load(row), number);
                TSimd.Store(TSimd.Load(row + width), number + TSimd.Count);
            }

            Fft.Backward<TVector, TSimd>(columns.Pointer, twiddles);
            Write(first, columns.Pointer, plane, x);
            Write(second, columns.Pointer + TSimd.Count, plane, x);
        }
    }

    /// <summary>Writes those of a block's columns that are outputs, a stride apart.</summary>
    void Write(FftTilePlace place, float* columns, int plane, int x)
    {
        if (!place.Exists)
            return;

        var (height, width) = sizes.Output;
        var ((strideY, strideX), channel) = (sizes.Stride, firstChannel + plane);
        var bias = arrays.Biases == null ? 0 : arrays.Biases[channel];
        // Counted in steps of one: the tile's outputs, and where the last output of the picture is.
        var lastY = Math.Min(place.Y + tiles.Outputs.Height - 1, (height - 1) * strideY);
        var lastX = Math.Min(Math.Min(place.X + tiles.Outputs.Width, place.X + x + Lanes) - 1, (width - 1) * strideX);
        var firstX = Next(place.X + x, strideX);
        if (lastX < firstX)
            return;

        for (var y = Next(place.Y, strideY); y <= lastY; y += strideY)
        {
            var row = columns + (long)(y - place.Y) * 2 * Lanes - place.X - x;
            var output = arrays.Outputs + (((long)place.Image * sizes.OutChannels + channel) * height + y / strideY) * width;
            if (strideX == 1)
            {
                TensorPrimitives.Add(
                    new ReadOnlySpan<float>(row + firstX, lastX + 1 - firstX), bias, new(output + firstX, lastX + 1 - firstX));
                continue;
            }

            for (var column = firstX; column <= lastX; column += strideX)
                output[column / strideX] = row[column] + bias;
        }
    }

    /// <summary>The first multiple of a stride from a number on.</summary>
    static int Next(int number, int stride) => (number + stride - 1) / stride * stride;
}
