using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution.Winograd;

/// <summary>Transforms kernels: from 3 x 3 numbers g to 6 x 6, G g Gᵀ.</summary>
static unsafe class WinogradKernels
{
    const int Size = 3;

    /// <summary>G of Lavin and Gray.</summary>
    static ReadOnlySpan<double> Matrix =>
    [
        1 / 4.0, 0, 0,
        -1 / 6.0, -1 / 6.0, -1 / 6.0,
        -1 / 6.0, 1 / 6.0, -1 / 6.0,
        1 / 24.0, 1 / 12.0, 1 / 6.0,
        1 / 24.0, -1 / 12.0, 1 / 6.0,
        0, 0, 1,
    ];

    /// <summary>All kernels, into 36 matrices in panels: a row for each input channel, a column for each output channel.</summary>
    public static void Transform(ConvolutionSizes sizes, nint weight, nint target)
    {
        var (inChannels, panels) = (sizes.InChannels, Panels.Count(sizes.OutChannels));
        var matrix = (long)panels * inChannels * Tile.Width;
        Work.Split(panels * inChannels, Tile.Width * 100e-9, (from, to) =>
        {
            Span<double> transformed = stackalloc double[WinogradConvolution.Numbers];
            for (var item = from; item < to; item++)
            {
                var (panel, inChannel) = Math.DivRem(item, inChannels);
                for (var lane = 0; lane < Tile.Width; lane++)
                {
                    var outChannel = panel * Tile.Width + lane;
                    if (outChannel < sizes.OutChannels)
                        One((float*)weight + ((long)outChannel * inChannels + inChannel) * Size * Size, transformed);
                    else
                        transformed.Clear();
                    for (var i = 0; i < transformed.Length; i++)
                        ((float*)target)[i * matrix + (long)item * Tile.Width + lane] = (float)transformed[i];
                }
            }
        });
    }

    static void One(float* kernel, Span<double> transformed)
    {
        Span<double> half = stackalloc double[WinogradConvolution.Inputs * Size];
        for (var i = 0; i < WinogradConvolution.Inputs; i++)
            for (var x = 0; x < Size; x++)
                half[i * Size + x] = Matrix[i * 3] * kernel[x] + Matrix[i * 3 + 1] * kernel[Size + x]
                    + Matrix[i * 3 + 2] * kernel[2 * Size + x];

        for (var i = 0; i < WinogradConvolution.Inputs; i++)
            for (var j = 0; j < WinogradConvolution.Inputs; j++)
                transformed[i * WinogradConvolution.Inputs + j] =
                    half[i * Size] * Matrix[j * 3] + half[i * Size + 1] * Matrix[j * 3 + 1] + half[i * Size + 2] * Matrix[j * 3 + 2];
    }
}
