using System.Reflection;

namespace CourseCnn.Figures.Charts;

/// <summary>The scripts of an interactive figure: plotly.js, as Plotly.NET brings it, and our own, which draws a figure with it.</summary>
static class PlotlyScript
{
    const string Version = "2.28.0";

    static readonly Lazy<string> library = new(() => Read(typeof(Plotly.NET.GenericChart).Assembly, $"Plotly.NET.plotly-{Version}.min.js"));
    static readonly Lazy<string> draw = new(() => Read(typeof(PlotlyScript).Assembly, "CourseCnn.Figures.figure.js"));

    /// <summary>Where a page that lacks plotly.js may load it from.</summary>
    internal const string Address = $"https://cdn.plot.ly/plotly-{Version}.min.js";

    internal static string Library => library.Value;

    internal static string Draw => draw.Value;

    static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"{assembly.GetName().Name} holds no {name}: another version of it was loaded than CourseCnn was built with.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
