using CourseCnn.Figures.Drawing;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Animations;

/// <summary>
/// Draws a window passing over a grid: the input, the kernel if there is one, the output filling up, and the calculation of the current
/// step written out beneath.
/// </summary>
sealed class SlidingWindowDrawing
{
    const double LargestCell = 54;
    const double SmallestCell = 31;
    const double Narrowest = 600;
    const double Widest = 720;
    const double SignRoom = 52;

    /// <summary>Up to how many steps the weights in the sums are coloured: colour is half of their bytes.</summary>
    const int MostColoured = 36;
    static readonly double headRoom = TypeSize.Heading.Lines(1) + TypeSize.Small.Lines(1) + 8;

    readonly SlidingWindow window;
    readonly Canvas canvas;
    readonly Timeline timeline;
    readonly GridDrawing input;
    readonly GridDrawing? kernel;
    readonly GridDrawing output;
    readonly double signHeight;
    readonly double sumTop;
    readonly bool stacked;

    SlidingWindowDrawing(SlidingWindow window)
    {
        this.window = window;
        var (columns, kernelColumns, outputColumns) = (window.Input.Columns, window.Kernel?.Columns ?? 0, window.Output.Columns);
        var signs = window.Kernel is null ? 1 : 2;
        var across = (Widest - 2 * Canvas.Padding - signs * SignRoom) / (columns + kernelColumns + outputColumns);

        // Where three grids side by side would be too small to read, the kernel stands above the output.
        stacked = window.Kernel is not null && across < SmallestCell;
        var cell = Math.Floor(Math.Min(LargestCell, stacked
            ? (Widest - 2 * Canvas.Padding - SignRoom) / (columns + Math.Max(kernelColumns, outputColumns))
            : across));

        input = new GridDrawing(window.Input, cell, InputSize(window.Input));
        kernel = window.Kernel is null ? null : new GridDrawing(window.Kernel, cell, Times(window.Window));
        output = new GridDrawing(window.Output, cell, Times((window.Output.Rows, window.Output.Columns)));
        var content = stacked
            ? input.Room + SignRoom + Math.Max(kernel!.Room, output.Room)
            : input.Room + signs * SignRoom + (kernel?.Room ?? 0) + output.Room;
        canvas = new Canvas(Math.Clamp(content + 2 * Canvas.Padding, Narrowest, Widest));
        var left = (canvas.Width - content) / 2;

        // Everything stands on one axis, headings on one line.
        var top = Canvas.Padding - 6 + headRoom;
        var tallest = stacked
            ? Math.Max(input.Height, kernel!.Height + headRoom + 8 + output.Height)
            : Math.Max(input.Height, Math.Max(kernel?.Height ?? 0, output.Height));
        signHeight = top + tallest / 2;
        input.MoveTo(left, stacked ? top : signHeight - input.Height / 2);
        if (stacked)
        {
            var right = left + input.Room + SignRoom;
            kernel!.MoveTo(right + Math.Max(0, output.Room - kernel.Room) / 2, top);
            output.MoveTo(right + Math.Max(0, kernel.Room - output.Room) / 2, top + tallest - output.Height);
        }
        else
        {
            kernel?.MoveTo(left + input.Room + SignRoom, signHeight - kernel.Height / 2);
            output.MoveTo(left + content - output.Room, signHeight - output.Height / 2);
        }

        sumTop = top + tallest + 20;
        timeline = new Timeline(canvas, window.Steps, window.Steps <= 16 ? 2 : 1.4);
    }

    internal static Animation Draw(SlidingWindow window)
    {
        var drawing = new SlidingWindowDrawing(window);
        drawing.DrawGrids();
        drawing.DrawWindows();
        var sums = Enumerable.Range(0, window.Steps).Select(window.SumOf).ToList();
        drawing.DrawSums(sums);
        var alt = $"{window.Description} The output, row after row: {window.Output.Spoken}. The last step: {Spoken(sums[^1])}.";
        return new Animation(window.Title, alt, drawing.canvas, drawing.timeline);
    }

    void DrawGrids()
    {
        Head(input, "Input");
        Head(output, "Output");
        input.DrawCells(canvas, "cell");
        output.DrawCells(canvas, Ink.Box(Accent.Map));
        if (kernel is not null)
        {
            Head(kernel, "Kernel");
            kernel.DrawCells(canvas, Ink.Box(window.Accent));
            kernel.DrawNumbers(canvas, (_, _) => Ink.Type(window.Accent));
            if (!stacked)
                Sign("∗", (input.Right + kernel.Left) / 2);
        }

        Sign(kernel is null ? "→" : "=",
            stacked ? (input.Right + Math.Min(kernel!.Left, output.Left)) / 2 : ((kernel ?? input).Right + output.Left) / 2);
    }

    void Sign(string sign, double x) => canvas.Text(x, signHeight, stacked ? "→" : sign, "muted", " style=\"font-size:26px\"");

    void Head(GridDrawing grid, string title)
    {
        var top = grid.Top - headRoom;
        canvas.Line(grid.Centre, top, 0, TypeSize.Heading, title);
        canvas.Line(grid.Centre, top + TypeSize.Heading.Lines(1), 0, TypeSize.Small, grid.Size, "muted");
    }

    static string InputSize(NumberGrid input)
    {
        var ((top, left), (bottom, right)) = (input.First, input.Last);
        return Times((bottom - top, right - left)) + (input.IsPadded ? $", padded to {Times((input.Rows, input.Columns))}" : "");
    }

    void DrawWindows()
    {
        var (width, height) = (window.Window.Width * input.Cell, window.Window.Height * input.Cell);
        var steps = Enumerable.Range(0, window.Steps);
        timeline.Movement("in", [.. steps.Select(step => Moved(window.Corner(step)))]);
        timeline.Movement("out", [.. steps.Select(step => Moved(window.Place(step)))]);

        using (canvas.Group("class=\"move in\""))
        {
            var (rows, columns) = window.Window;
            canvas.Cells(input.Left, input.Top, rows, columns, input.Cell, Ink.Box(window.Accent), " stroke-opacity=\".45\"");
        }

        input.DrawNumbers(canvas, (row, column) => window.Input.IsPadding(row, column) ? "muted" : "");
        foreach (var step in window.KeepsGreatest ? steps : [])
        {
            var (row, column, _) = window.Greatest(window.Place(step));
            using (timeline.At(step, "mark"))
                input.DrawMark(canvas, row, column, Ink.Solid(window.Accent));
        }

        using (canvas.Group("class=\"move in\""))
        {
            if (kernel is not null)
                kernel.DrawCorners(canvas, input.Left, input.Top, input.NumberSize, Ink.Type(window.Accent));
            canvas.Rect(input.Left, input.Top, width, height, Ink.Line(window.Accent), 2, " stroke-width=\"3\"");
        }

        output.DrawNumbers(canvas, (_, _) => "strong", (row, column) => timeline.From(row * window.Output.Columns + column));
        using (canvas.Group("class=\"move out\""))
            canvas.Rect(output.Left, output.Top, output.Cell, output.Cell, Ink.Line(Accent.Map), 2, " stroke-width=\"3\"");
    }

    (double X, double Y) Moved(Size2d cells) => (cells.Width * input.Cell, cells.Height * input.Cell);

    void DrawSums(IReadOnlyList<IReadOnlyList<SumPiece>> sums)
    {
        var written = window.Steps > MostColoured ? [.. sums.Select(Plain)] : sums;
        var panel = new SumPanel(canvas, sumTop, written);
        for (var step = 0; step < written.Count; step++)
        {
            using var _ = timeline.At(step, "sum");
            panel.Write($"Step {Count(step + 1)} of {Count(window.Steps)}", written[step]);
        }
    }

    static IReadOnlyList<SumPiece> Plain(IReadOnlyList<SumPiece> sum) =>
        [.. sum.SkipLast(1).Select(piece => piece with { Accent = null }), sum[^1]];

    static string Spoken(IReadOnlyList<SumPiece> sum) =>
        string.Concat(sum.Select(piece => piece.Text)).Replace("·", " × ", StringComparison.Ordinal);
}
