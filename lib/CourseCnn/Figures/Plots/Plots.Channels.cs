using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn;

public static partial class Plots
{
    static readonly string[] colours = ["Red", "Green", "Blue"];

    /// <summary>
    /// Shows a colour picture and its three channels, each the grey picture that a network sees: the lighter a pixel, the more of the
    /// colour is in it.
    /// </summary>
    /// <param name="image">A colour picture of shape (3, height, width).</param>
    /// <exception cref="ArgumentException">The picture has not three channels.</exception>
    /// <example><code>
    /// PlotChannels(Tensor.Rand((3, 100, 100)))
    /// </code></example>
    public static Figure PlotChannels(Tensor image)
    {
        var picture = PixelGrid.Of(image, nameof(PlotChannels));
        if (!picture.IsColour)
            throw new ArgumentException(
                $"PlotChannels takes a colour picture apart, of shape (3, height, width), but got shape {image.Shape}, "
                + "which is one channel already: write PlotImage(image).");
        return new PictureFigure([
            new Panel("Colour", picture, Axis: false),
            .. colours.Select((colour, channel) => new Panel(colour, Channel(picture, channel), Axis: false)),
        ]);
    }

    static PixelGrid Channel(PixelGrid picture, int channel)
    {
        var values = picture.Values.Slice(channel * picture.Pixels, picture.Pixels);
        return PixelGrid.Of(new Tensor(values.ToArray(), (picture.Height, picture.Width)), nameof(PlotChannels));
    }
}
