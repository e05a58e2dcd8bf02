using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>One of the rows in which a model is drawn: where its blocks stand, and what is written beneath them.</summary>
sealed class ModelRow
{
    /// <summary>More blocks than these leave no clear gaps between their captions on a narrow page.</summary>
    const int Most = 4;

    /// <summary>Blocks farther apart than this are no longer seen to belong together.</summary>
    const double Farthest = 240;
    const double Margin = 14;
    const double TextGap = 7;

    /// <summary>How wide type is that is not bold, as a share of bold type's width.</summary>
    const double Regular = 0.91;

    readonly double left;

    ModelRow(IReadOnlyList<ModelStep> steps, double width)
    {
        Steps = steps;
        Pitch = Math.Min(Farthest, (width - 2 * Margin) / steps.Count);
        left = (width - steps.Count * Pitch) / 2;
    }

    internal IReadOnlyList<ModelStep> Steps { get; }

    /// <summary>From a block's middle to the next one's.</summary>
    double Pitch { get; }

    /// <summary>The room for text beneath a block.</summary>
    double Column => Pitch - TextGap;

    /// <summary>The middle of a block.</summary>
    internal double X(int place) => left + (place + 0.5) * Pitch;

    /// <summary>
    /// All steps in as few rows as will do, evenly filled; the longer ones come last, where vectors are, which need the least room.
    /// </summary>
    internal static IReadOnlyList<ModelRow> Of(IReadOnlyList<ModelStep> steps, double width)
    {
        var count = (steps.Count + Most - 1) / Most;
        var rows = new List<ModelRow>();
        for (var (row, first) = (0, 0); row < count; row++)
        {
            var length = (steps.Count + row) / count;
            rows.Add(new([.. steps.Skip(first).Take(length)], width));
            first += length;
        }

        return rows;
    }

    /// <summary>Writes what stands beneath the blocks.</summary>
    /// <returns>Where it ends.</returns>
    internal double Caption(Canvas canvas, double top)
    {
        top = Lines(canvas, top, TypeSize.Body, "strong", step => TextWidth.WrapName(step.Name, TypeSize.Body.Narrow, Column));
        top = Lines(canvas, top, TypeSize.Small, "muted", step => Phrases(step.Details));
        top = Lines(canvas, top, TypeSize.Small, "strong", step => TextWidth.Wrap(step.SizeText, TypeSize.Small.Narrow, Column));
        top = Lines(canvas, top, TypeSize.Small, Ink.Type(Accent.Kernel), step => step.Parameters == 0 ? [] : [Number(step.Parameters)]);
        return top + Enumerable.Range(0, Steps.Count).Max(place => Tags(canvas, Steps[place], X(place), top + 5));
    }

    double Lines(Canvas canvas, double top, TypeSize size, string style, Func<ModelStep, IReadOnlyList<string>> lines)
    {
        var tallest = 0.0;
        for (var place = 0; place < Steps.Count; place++)
            tallest = Math.Max(tallest, canvas.Text(X(place), top, lines(Steps[place]), size, style));
        return top + tallest;
    }

    /// <summary>As many phrases in a line as fit, none broken apart.</summary>
    List<string> Phrases(IEnumerable<string> phrases)
    {
        var lines = new List<string>();
        foreach (var phrase in phrases)
        {
            if (lines.Count > 0 && Regular * TextWidth.Of($"{lines[^1]}, {phrase}", TypeSize.Small.Narrow) <= Column)
                lines[^1] += $", {phrase}";
            else
                lines.Add(phrase);
        }

        return lines;
    }

    /// <summary>The layers that only act on each number, as tags one below the other.</summary>
    /// <returns>How high they are.</returns>
    double Tags(Canvas canvas, ModelStep step, double x, double top)
    {
        const double Inset = 9;
        var y = top;
        foreach (var tag in step.Tags)
        {
            var lines = TextWidth.WrapName(tag, TypeSize.Small.Narrow, Column - 2 * Inset);
            var width = lines.Max(line => TextWidth.Of(line, TypeSize.Small.Narrow)) + 2 * Inset;
            var height = TypeSize.Small.Lines(lines.Count) + 4;
            canvas.Rect(x - width / 2, y, width, height, "chip", Math.Min(height / 2, 13));
            canvas.Text(x, y + 2, lines, TypeSize.Small);
            y += height + 5;
        }

        return y - top;
    }
}
