using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Display;
using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn.Figures.Playground;

/// <summary>
/// A grey picture and what a small kernel makes of it. A page made from the notebook can let its reader change the kernel.
/// </summary>
[TypeFormatterSource(typeof(KernelFormatterSource),
    PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg, MimeTypes.Playground, MimeTypes.Text])]
sealed class KernelFigure(IReadOnlyList<Panel> panels, Tensor kernel) : PictureFigure(panels)
{
    /// <summary>The largest kernel whose numbers can be changed one by one with pleasure.</summary>
    const int LargestKernel = 7;

    /// <summary>The largest picture that is filtered anew while the reader types.</summary>
    const int MostPixels = 1 << 16;

    // A copy, as figures keep of all they show.
    readonly float[] weights = kernel.Span.ToArray();
    readonly int columns = kernel.Shape[1];

    /// <summary>Whether a page can filter the picture as the library does: its pixels are bytes, its kernel a small grid.</summary>
    internal static bool Fits(PixelGrid picture, Tensor kernel) =>
        picture is { Channels: 1, IsBytes: true, Pixels: <= MostPixels }
        && kernel.Shape is { Rank: 2 } shape && shape[0] <= LargestKernel && shape[1] <= LargestKernel;

    /// <summary>The picture, a byte for each pixel (255 is 1), and the kernel.</summary>
    internal string ToPlayground()
    {
        var picture = Panels[0].Picture;
        byte[] pixels = [.. picture.Values.ToArray().Select(value => (byte)MathF.Round(value * 255))];
        return new JsonObject
        {
            ["width"] = picture.Width,
            ["height"] = picture.Height,
            ["pixels"] = Convert.ToBase64String(pixels),
            ["columns"] = columns,
            ["kernel"] = new JsonArray([.. weights.Select(weight => (JsonNode)weight)]),
        }.ToJsonString(JsonSerializerOptions.Default);
    }
}
