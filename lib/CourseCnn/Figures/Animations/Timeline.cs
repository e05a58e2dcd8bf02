using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Animations;

/// <summary>
/// Movement in steps, as CSS that runs wherever an SVG is shown and needs no script. Without animation, and for readers who ask for less
/// movement, the drawing stands at its last step, where all is seen.
/// </summary>
sealed class Timeline
{
    /// <summary>What part of a step passes before the window moves on.</summary>
    const double Rest = 0.75;

    /// <summary>How many steps longer than the others the last one stays.</summary>
    internal const int LastRest = 2;

    readonly Canvas canvas;

    internal Timeline(Canvas canvas, int steps, double seconds)
    {
        (this.canvas, Steps, Seconds) = (canvas, steps, seconds);
        var time = $"{Place(Total)}s";
        canvas.Rule("#{id} .at{visibility:hidden;animation:{id}-at " + time + " step-end infinite}");
        canvas.Rule("#{id} .last{animation:{id}-last " + time + " step-end infinite}");
        canvas.Rule("#{id} .from{animation:" + time + " step-end infinite}");
        canvas.Rule("#{id} .move{animation:" + time + " ease-in-out infinite}");
        canvas.Rule("@keyframes {id}-at{0%{visibility:visible}" + Percent(1) + "{visibility:hidden}}");
        canvas.Rule("@keyframes {id}-last{0%{visibility:hidden}" + Percent(steps - 1) + "{visibility:visible}}");
        // A script that steps through the drawing marks it, and then it is the reader who asks for movement.
        canvas.Rule("@media (prefers-reduced-motion:reduce){#{id}:not(.stepped) *{animation:none}}");
    }

    internal int Steps { get; }

    internal double Seconds { get; }

    /// <summary>A whole round.</summary>
    internal double Total => (Steps + LastRest) * Seconds;

    /// <summary>What is drawn inside is seen at one step only.</summary>
    /// <param name="step">Which one.</param>
    /// <param name="what">A class that says what it is.</param>
    internal Canvas.Closing At(int step, string what) => canvas.Group(step == Steps - 1
        ? $"class=\"last {what}\""
        : $"class=\"at {what}\" style=\"animation-delay:{Place((step - Steps - LastRest) * Seconds)}s\"");

    /// <summary>Attributes of what appears at a step and stays.</summary>
    internal string From(int step)
    {
        canvas.Rule("@keyframes {id}-from" + Count(step) + "{0%{visibility:hidden}" + Percent(step) + "{visibility:visible}}");
        return $" style=\"animation-name:{{id}}-from{Count(step)}\"";
    }

    /// <summary>What is drawn inside moves along with the steps.</summary>
    /// <param name="name">A name for the movement.</param>
    /// <param name="places">Where it is at each step.</param>
    internal void Movement(string name, IReadOnlyList<(double X, double Y)> places)
    {
        var frames = "";
        for (var step = 0; step < Steps; step++)
        {
            var leaves = step == Steps - 1 ? 1 : (step + Rest) / (Steps + LastRest);
            frames += $"{Percent(step)},{Place(100 * leaves)}%{{transform:{Translate(places[step])}}}";
        }

        canvas.Rule($"#{{id}} .{name}{{transform:{Translate(places[^1])};animation-name:{{id}}-{name}}}");
        canvas.Rule($"@keyframes {{id}}-{name}{{{frames}}}");
    }

    string Percent(double step) => $"{Place(100 * step / (Steps + LastRest))}%";

    static string Translate((double X, double Y) place) => $"translate({Place(place.X)}px,{Place(place.Y)}px)";
}
