using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>
/// Pictures with their border, the channels of a pixel side by side, so that vectors hold channels. Reaches as far as the tiles do; the
/// channels are filled up to whole vectors.
/// </summary>
readonly unsafe struct ChannelsLastInput : IDisposable
{
    readonly Scratch memory;
    readonly ConvolutionSizes sizes;

    public ChannelsLastInput(in ConvolutionSizes sizes, Size2d tiles, float* input)
    {
        this.sizes = sizes;
        Channels = (sizes.InChannels + SimdWork.Lanes - 1) / SimdWork.Lanes * SimdWork.Lanes;
        Size = (tiles.Height * WinogradConvolution.Outputs + 2, tiles.Width * WinogradConvolution.Outputs + 2);
        memory = new((long)sizes.Batch * Size.Height * Size.Width * Channels);

        var layout = this;
        Work.Split(sizes.Batch * Size.Height, Size.Width * Channels / MachineSpeed.Copies, (from, to) =>
        {
            for (var row = from; row < to; row++)
                layout.CopyRow(input, row);
        });
    }

    /// <summary>Channels of a pixel, those that fill up the last vector among them.</summary>
    public int Channels { get; }

    /// <summary>Rows and columns, the border's among them.</summary>
    public Size2d Size { get; }

    /// <summary>The first channel of a pixel.</summary>
    public float* Pixel(int image, int y, int x) => memory.Pointer + (((long)image * Size.Height + y) * Size.Width + x) * Channels;

    public void Dispose() => memory.Dispose();

    void CopyRow(float* input, int row)
    {
        var (image, paddedY) = Math.DivRem(row, Size.Height);
        var target = Pixel(image, paddedY, 0);
        var (height, width) = sizes.Input;
        var (y, left) = (paddedY - sizes.PaddingBefore.Height, sizes.PaddingBefore.Width);
        var used = Math.Min(width, Size.Width - left);
        if (y < 0 || y >= height || Channels != sizes.InChannels)
            new Span<float>(target, Size.Width * Channels).Clear();
        if (y < 0 || y >= height)
            return;

        new Span<float>(target, left * Channels).Clear();
        var source = input + ((long)image * sizes.InChannels * height + y) * width;
        Transposition.Copy(source, height * width, sizes.InChannels, used, target + left * Channels, Channels);
        new Span<float>(target + (left + used) * Channels, (Size.Width - left - used) * Channels).Clear();
    }
}
