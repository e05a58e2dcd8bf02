using CourseCnn.Figures.Drawing;
using Microsoft.FSharp.Core;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace CourseCnn.Figures.Charts;

/// <summary>
/// What plotly.js draws of a picture. The pixels go as encoded arrays, so that the value under the pointer is the tensor's own.
/// </summary>
static class PlotlyTraces
{
    /// <summary>From how many pixels on a figure's size matters.</summary>
    const int LargePicture = 64 * 64;

    static readonly string[] greys = ["#000000", "#ffffff"];

    const string Place = "row <b>%{y}</b>, column <b>%{x}</b><br>";

    internal static IEnumerable<Trace> Of(PixelGrid picture, string suffix)
    {
        yield return picture.IsColour ? Colour(picture, suffix) : Grey(picture, suffix);
        if (picture is { IsColour: false, Missing: > 0 })
            yield return Missing(picture, suffix);
    }

    /// <summary>
    /// The values as 32-bit floats; but a large picture read from a file, which has none but whole 255ths, as bytes: a quarter of the room.
    /// </summary>
    static Trace Grey(PixelGrid picture, string suffix)
    {
        var (black, white) = picture.Range;
        var (height, width) = (picture.Height, picture.Width);
        if (picture.Pixels >= LargePicture && picture.IsBytes)
        {
            byte[] bytes = [.. picture.Values.ToArray().Select(value => (byte)MathF.Round(value * 255))];
            return Heatmap(Encode(bytes, height, width), (black * 255, white * 255), greys, "value %{z}/255", suffix);
        }

        float[] values = [.. picture.Values.ToArray().Select(value => float.IsFinite(value) ? value : float.NaN)];
        return Heatmap(Encode(values, height, width), (black, white), greys, "value %{z:.4~g}", suffix);
    }

    /// <summary>
    /// A PNG for the eye, which is small, and the values for hovering: a picture read from a file has none but whole 255ths, which the PNG
    /// holds already. plotly.js scales an image's own values to 0..255 before it shows them, so others go beside it.
    /// </summary>
    static Trace Colour(PixelGrid picture, string suffix)
    {
        var hover = picture.IsBytes
            ? "red %{z[0]}/255<br>green %{z[1]}/255<br>blue %{z[2]}/255"
            : "red %{customdata[0]:.4~g}<br>green %{customdata[1]:.4~g}<br>blue %{customdata[2]:.4~g}";
        var trace = On(suffix, hover, Chart.Image<string>(Source: picture.Png, UseDefaults: false));
        if (!picture.IsBytes)
            trace.SetProperty("customdata", Encode(Interleaved(picture), picture.Height, picture.Width, 3));
        return trace;
    }

    static float[] Interleaved(PixelGrid picture)
    {
        var values = new float[picture.Pixels * 3];
        for (var index = 0; index < values.Length; index++)
            values[index] = picture.Value(index % 3, index / 3);
        return values;
    }

    /// <summary>A second layer with a mark wherever the picture has no value.</summary>
    static Trace Missing(PixelGrid picture, string suffix)
    {
        var marks = Enumerable.Range(0, picture.Pixels).Select(pixel => picture.IsMissing(pixel) ? 1 : float.NaN).ToArray();
        var colour = Theme.Missing.ToString();
        return Heatmap(Encode(marks, picture.Height, picture.Width), (0, 1), [colour, colour], "no value: NaN or infinite", suffix);
    }

    static Trace Heatmap(EncodedTypedArray z, (double Black, double White) range, string[] colours, string hover, string suffix)
    {
        var trace = On(suffix, hover, Chart.Heatmap<string>(zEncoded: z, ShowScale: false, UseDefaults: false));
        trace.SetProperty("colorscale", new object[] { new object[] { 0, colours[0] }, new object[] { 1, colours[1] } });
        trace.SetProperty("zmin", range.Black);
        trace.SetProperty("zmax", range.White);
        trace.SetProperty("hoverongaps", false);
        return trace;
    }

    static Trace On(string suffix, string hover, GenericChart chart)
    {
        var trace = GenericChart.getTraces(chart).Head;
        trace.SetProperty("xaxis", "x" + suffix);
        trace.SetProperty("yaxis", "y" + suffix);
        trace.SetProperty("hovertemplate", Place + hover + "<extra></extra>");
        return trace;
    }

    static EncodedTypedArray Encode(float[] values, params int[] shape) =>
        EncodedTypedArray.ofFloat32Array(values, FSharpOption<IEnumerable<int>>.Some(shape));

    static EncodedTypedArray Encode(byte[] values, params int[] shape) =>
        EncodedTypedArray.ofUInt8Array(values, FSharpOption<IEnumerable<int>>.Some(shape));
}
