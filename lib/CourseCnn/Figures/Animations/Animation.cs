using System.Globalization;
using System.Reflection;
using CourseCnn.Display;
using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Animations;

/// <summary>A drawing that moves in steps, by itself wherever it is shown, and at the reader's pace where scripts run.</summary>
[TypeFormatterSource(typeof(CanvasFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
sealed class Animation(string title, string alt, Canvas canvas, Timeline timeline)
    : CanvasFigure(title, alt, canvas)
{
    static readonly Lazy<string> script = new(() => Read("stepper.js"));
    static readonly Lazy<string> style = new(() => Read("stepper.css"));

    internal Timeline Timeline => timeline;

    public override string ToHtml() => HtmlDocument.Fragment(this, Width, $$"""
        <style>{{style.Value}}</style>
        <script type="application/json">{{Data()}}</script>
        <script>{{script.Value}}</script>

        """);

    /// <summary>What the script needs to know.</summary>
    string Data() => string.Create(
        CultureInfo.InvariantCulture, $$"""{"seconds":{{timeline.Seconds}},"steps":{{timeline.Steps}},"rest":{{Timeline.LastRest}}}""");

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CourseCnn.Figures.{name}")!;
        using var reader = new StreamReader(stream);
        return "\n" + reader.ReadToEnd();
    }
}
