using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn;

/// <summary>
/// Figures of pictures and of what convolutions make of them. With <c>using static CourseCnn.Plots;</c> a cell writes
/// <c>PlotImage(image)</c>.
/// </summary>
public static partial class Plots
{
    /// <summary>
    /// Shows a picture. Grey is scaled from its smallest value (black) to its largest (white), whatever they are; a picture of one value
    /// only is mid-grey. Colour in 0..1 is shown as it is; any other colour picture is scaled from the smallest to the largest value of all
    /// three channels. Pixels that are NaN or infinite are light blue.
    /// </summary>
    /// <param name="image">
    /// Grey of shape (height, width) or (1, height, width), or colour of shape (3, height, width); a batch of one picture is fine too.
    /// </param>
    /// <param name="title">Stands above the picture. Default: no title.</param>
    /// <param name="axis">Whether to number rows and columns at the edge, row 0 at the top. Default: false.</param>
    /// <exception cref="ArgumentException">The shape is no picture's, or no pixel has a value.</exception>
    public static Figure PlotImage(Tensor image, string? title = null, bool axis = false) =>
        new PictureFigure([new Panel(title, PixelGrid.Of(image, nameof(PlotImage)), axis)]);
}
