using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A picture as small as it is drawn, so that a figure of many stays light.</summary>
static class Thumbnail
{
    /// <summary>The most pixels a side keeps.</summary>
    const int Most = 84;

    /// <summary>One channel of a batch of one.</summary>
    /// <param name="pictures">Shape (1, channels, height, width).</param>
    /// <param name="channel">Which one.</param>
    /// <param name="caller">What a learner wrote.</param>
    internal static PixelGrid Of(Tensor pictures, int channel, string caller)
    {
        var (height, width) = (pictures.Shape[^2], pictures.Shape[^1]);
        return Of(new Tensor(pictures.Span.Slice(channel * height * width, height * width).ToArray(), (height, width)), caller);
    }

    /// <summary>A grey picture or a coloured one.</summary>
    internal static PixelGrid Of(Tensor picture, string caller)
    {
        var (height, width) = (picture.Shape[^2], picture.Shape[^1]);
        var scale = Math.Min(1, (double)Most / Math.Max(height, width));
        return PixelGrid.Of(scale == 1 ? picture : picture.Resize(Side(height), Side(width)), caller);

        int Side(int side) => Math.Max(1, (int)Math.Round(side * scale));
    }
}
