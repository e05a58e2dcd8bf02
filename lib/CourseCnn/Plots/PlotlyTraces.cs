using Microsoft.FSharp.Core;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace CourseCnn;

/// <summary>What plotly.js draws of a picture. The pixels go as encoded arrays, so that the value under the pointer is the tensor's own.</summary>
static class PlotlyTraces
{
    const string Place = "row %{y}, column %{x}<br>";

    internal static IEnumerable<Trace> Of(Picture picture, string suffix)
    {
        yield return picture switch
        {
            { IsColour: false } => Grey(picture, suffix),
            { IsBytes: true } => Bytes(picture, suffix),
            _ => Colour(picture, suffix),
        };
        if (picture.Missing > 0)
            yield return Missing(picture, suffix);
    }

    static Trace Grey(Picture picture, string suffix) => Heatmap(
        Encode([.. picture.Values.ToArray().Select(value => float.IsFinite(value) ? value : float.NaN)], picture.Height, picture.Width),
        picture.Range, ["#000000", "#ffffff"], "value %{z:.4~g}", suffix);

    /// <summary>Eight bits hold the picture without loss, so a PNG does, in a sixth of the room; 255ths are what it was read from.</summary>
    static Trace Bytes(Picture picture, string suffix) => On(suffix, "red %{z[0]}/255<br>green %{z[1]}/255<br>blue %{z[2]}/255",
        Chart.Image<string>(Source: Png.DataUri(picture), UseDefaults: false));

    static Trace Colour(Picture picture, string suffix)
    {
        var values = new float[picture.Pixels * 3];
        for (var pixel = 0; pixel < picture.Pixels; pixel++)
        {
            for (var channel = 0; channel < 3; channel++)
                values[pixel * 3 + channel] = picture.IsMissing(pixel) ? float.NaN : picture.Value(channel, pixel);
        }

        var (black, white) = picture.Range;
        var trace = On(suffix, "red %{z[0]:.4~g}<br>green %{z[1]:.4~g}<br>blue %{z[2]:.4~g}", Chart.Image<string>(UseDefaults: false));
        trace.SetProperty("z", Encode(values, picture.Height, picture.Width, 3));
        trace.SetProperty("zmin", new[] { black, black, black });
        trace.SetProperty("zmax", new[] { white, white, white });
        trace.SetProperty("colormodel", "rgb");
        return trace;
    }

    /// <summary>A second layer with a mark wherever the picture has no value.</summary>
    static Trace Missing(Picture picture, string suffix)
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
}
