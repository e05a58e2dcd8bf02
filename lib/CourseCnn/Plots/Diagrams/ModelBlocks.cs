using static CourseCnn.Numbers;

namespace CourseCnn;

/// <summary>
/// Draws what stands between a model's layers: maps as a stack of sheets, vectors as a column. Sizes are shown in proportion, but less
/// steeply, so that 224 pixels and 6 go on one page.
/// </summary>
sealed class ModelBlocks
{
    /// <summary>The room that every block has.</summary>
    internal const double Height = 122;

    const double Largest = 88;
    const double Smallest = 9;
    const double Steepness = 0.4;
    const double Offset = 5;

    readonly Canvas canvas;
    readonly int widest;

    internal ModelBlocks(Canvas canvas, IReadOnlyList<ModelStep> steps)
    {
        this.canvas = canvas;
        widest = steps.Where(step => step.IsMaps).SelectMany(step => step.Size.ToArray()[1..]).DefaultIfEmpty(1).Max();
    }

    /// <summary>Draws one around a middle.</summary>
    internal void Draw(ModelStep step, double x, double middle)
    {
        if (step.IsMaps)
            DrawSheets(step, x, middle);
        else if (step.What is ModelStep.Kind.Dense)
            DrawNodes(step, x, middle);
        else
            DrawVector(step, x, middle);
    }

    /// <summary>Leads the eye to the next block: from the kernel's place on this one, or by an arrow.</summary>
    /// <param name="step">This one.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="next">The next, if there is one.</param>
    /// <param name="nextX">The next one's middle, if it stands in the same row.</param>
    /// <param name="distance">From a block's middle to the next one's.</param>
    /// <param name="middle">The height of all middles.</param>
    internal void Lead(ModelStep step, double x, ModelStep? next, double? nextX, double distance, double middle)
    {
        if (next is null)
            return;
        if (next.Kernel is { } kernel && step.IsMaps)
        {
            var accent = next.What == ModelStep.Kind.Pooling ? Accent.Pool : Accent.Kernel;
            var (left, top, width, height) = Front(step, x, middle);
            var markWidth = Math.Clamp(width * kernel.Width / step.Size[2], 5, width);
            var markHeight = Math.Clamp(height * kernel.Height / step.Size[1], 5, height);
            var (markLeft, markTop) = (left + 0.62 * (width - markWidth), top + 0.4 * (height - markHeight));
            canvas.Rect(markLeft, markTop, markWidth, markHeight, Ink.Box(accent), 0, " stroke-width=\"1.5\"");
            if (nextX is { } towards)
            {
                var (nextLeft, nextTop, _, nextHeight) = Front(next, towards, middle);
                var (start, end) = (Place(markLeft + markWidth), $"{Place(nextLeft)} {Place(nextTop + nextHeight / 2)}");
                canvas.Path($"M{start} {Place(markTop)}L{end}L{start} {Place(markTop + markHeight)}", Ink.Line(accent));
                return;
            }
        }

        // At the end of a row the arrow points to where the next begins.
        var gap = x + distance / 2;
        if (nextX is not null)
            canvas.Arrow(gap - 15, gap + 15, middle);
        else
            canvas.Arrow(gap - 34, gap - 8, middle);
    }

    /// <summary>The foremost sheet, or all of a vector.</summary>
    (double Left, double Top, double Width, double Height) Front(ModelStep step, double x, double middle)
    {
        if (!step.IsMaps)
            return (x - 8, middle - Largest / 2, 16, Largest);
        var (height, width) = (Side(step.Size[1]), Side(step.Size[2]));
        var depth = (Sheets(step.Size[0]) - 1) * Offset;
        return (x - (width + depth) / 2, middle - (height - depth) / 2, width, height);
    }

    double Side(int pixels) => Math.Max(Smallest, Largest * Math.Pow((double)pixels / widest, Steepness));

    /// <summary>A few channels are drawn as they are, many as a few more.</summary>
    static int Sheets(int channels) => channels switch { <= 3 => Math.Max(1, channels), <= 16 => 4, <= 64 => 5, <= 192 => 6, _ => 7 };

    void DrawSheets(ModelStep step, double x, double middle)
    {
        var (left, top, width, height) = Front(step, x, middle);
        var style = step.What switch
        {
            ModelStep.Kind.Input => "cell",
            ModelStep.Kind.Pooling => Ink.Box(Accent.Pool),
            _ => Ink.Box(Accent.Map),
        };
        for (var sheet = Sheets(step.Size[0]) - 1; sheet >= 0; sheet--)
            canvas.Rect(left + sheet * Offset, top - sheet * Offset, width, height, style);
    }

    /// <summary>A vector that is only written in another order: a column of cells.</summary>
    void DrawVector(ModelStep step, double x, double middle)
    {
        var cells = Math.Min(step.Size.Count, 12);
        var cell = Math.Min(Largest / cells, 16);
        canvas.Cells(x - cell / 2, middle - cells * cell / 2, cells, 1, cell,
            step.What == ModelStep.Kind.Input ? "cell" : Ink.Box(Accent.Map));
    }

    void DrawNodes(ModelStep step, double x, double middle)
    {
        const double Step = 15;
        const int Most = 6;
        var count = step.Size.Count;
        var drawn = Math.Min(count, Most);
        for (var node = 0; node < drawn; node++)
        {
            // Of many nodes the middle is left out.
            var gap = count > Most ? (node < drawn / 2 ? -8 : 8) : 0;
            canvas.Circle(x, middle + (node - (drawn - 1) / 2.0) * Step + gap, 6, Ink.Box(Accent.Dense), " stroke-width=\"1.5\"");
        }

        for (var dot = -1; count > Most && dot <= 1; dot++)
            canvas.Circle(x, middle + 4.5 * dot, 1.3, Ink.Solid(Accent.Dense));
    }
}
