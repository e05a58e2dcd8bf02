using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>
/// What stands after one of a model's layers, and where: maps are drawn as a stack of sheets, vectors as a column. Sizes are shown in
/// proportion, but less steeply, so that 224 pixels and 6 go on one page.
/// </summary>
/// <param name="Step">The station.</param>
/// <param name="X">Its middle from left to right.</param>
/// <param name="Middle">Its middle from top to bottom.</param>
/// <param name="Widest">The most pixels that maps of the model have on a side.</param>
sealed record ModelBlock(ModelStep Step, double X, double Middle, int Widest)
{
    /// <summary>The room that every block has.</summary>
    internal const double Height = 122;

    const double Largest = 88;
    const double Smallest = 9;
    const double Steepness = 0.4;
    const double Offset = 5;
    const double Radius = 6;
    const int MostNodes = 6;
    const int MostCells = 8;

    /// <summary>The foremost sheet, of maps only.</summary>
    internal (double Left, double Top, double Width, double Height) Front
    {
        get
        {
            var (height, width) = (Side(Step.Size[1]), Side(Step.Size[2]));
            return (X - (width + Depth) / 2, Middle - (height - Depth) / 2, width, height);
        }
    }

    internal double Left => X - Breadth / 2;

    internal double Right => X + Breadth / 2;

    /// <summary>The heights of the numbers that are drawn one by one, of a vector only; of many the middle is left out.</summary>
    internal IReadOnlyList<double> Numbers
    {
        get
        {
            var most = IsDense ? MostNodes : MostCells;
            var drawn = Math.Min(Step.Size.Count, most);
            return [.. Enumerable.Range(0, drawn).Select(number =>
                Middle + (number - (drawn - 1) / 2.0) * Spacing + (IsCut ? (number < drawn / 2 ? -Gap : Gap) : 0))];
        }
    }

    internal bool IsDense => Step.What is ModelStep.Kind.Dense && !Step.IsMaps;

    /// <summary>Whether there are more numbers than are drawn.</summary>
    bool IsCut => Step.Size.Count > (IsDense ? MostNodes : MostCells);

    double Spacing => IsDense ? 15 : 9;

    static double Gap => 8;

    double Depth => (Sheets(Step.Size[0]) - 1) * Offset;

    double Breadth => Step.IsMaps ? Side(Step.Size[2]) + Depth : IsDense ? 2 * Radius : Spacing;

    internal void Draw(Canvas canvas)
    {
        if (Step.IsMaps)
            DrawSheets(canvas);
        else if (IsDense)
            DrawNodes(canvas);
        else
            DrawVector(canvas);
    }

    double Side(int pixels) => Math.Max(Smallest, Largest * Math.Pow((double)pixels / Widest, Steepness));

    /// <summary>A few channels are drawn as they are, many as a few more.</summary>
    static int Sheets(int channels) => channels switch { <= 3 => Math.Max(1, channels), <= 16 => 4, <= 64 => 5, <= 192 => 6, _ => 7 };

    void DrawSheets(Canvas canvas)
    {
        var (left, top, width, height) = Front;
        var style = Step.What switch
        {
            ModelStep.Kind.Input => "cell",
            ModelStep.Kind.Pooling => Ink.Box(Accent.Pool),
            _ => Ink.Box(Accent.Map),
        };
        for (var sheet = Sheets(Step.Size[0]) - 1; sheet >= 0; sheet--)
            canvas.Rect(left + sheet * Offset, top - sheet * Offset, width, height, style);
    }

    /// <summary>A vector that is only written in another order: a column of cells.</summary>
    void DrawVector(Canvas canvas)
    {
        var style = Step.What == ModelStep.Kind.Input ? "cell" : Ink.Box(Accent.Map);
        var numbers = Numbers;
        var pieces = IsCut ? [numbers.Count / 2, numbers.Count / 2] : new[] { numbers.Count };
        for (var (piece, first) = (0, 0); piece < pieces.Length; first += pieces[piece++])
            canvas.Cells(Left, numbers[first] - Spacing / 2, pieces[piece], 1, Spacing, style);
        DrawDots(canvas, Ink.Solid(Accent.Map));
    }

    void DrawNodes(Canvas canvas)
    {
        foreach (var y in Numbers)
            canvas.Circle(X, y, Radius, Ink.Box(Accent.Dense), " stroke-width=\"1.5\"");
        DrawDots(canvas, Ink.Solid(Accent.Dense));
    }

    /// <summary>Three dots where numbers are left out.</summary>
    void DrawDots(Canvas canvas, string style)
    {
        for (var dot = -1; IsCut && dot <= 1; dot++)
            canvas.Circle(X, Middle + 4.5 * dot, 1.3, style);
    }
}
