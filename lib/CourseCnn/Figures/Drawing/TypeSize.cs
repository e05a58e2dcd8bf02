namespace CourseCnn.Figures.Drawing;

/// <summary>A size of type, in pixels of the drawing: on a narrow page the drawing shrinks, and type is set larger in proportion.</summary>
/// <param name="Class">The style it is drawn with.</param>
/// <param name="Wide">Where the drawing has its full width.</param>
/// <param name="Narrow">On a narrow page. Room is always left for this one.</param>
sealed record TypeSize(string Class, double Wide, double Narrow)
{
    internal static readonly TypeSize Heading = new("h", 15, 20);
    internal static readonly TypeSize Sum = new("e", 16, 19);
    internal static readonly TypeSize Body = new("p", 13.5, 18);
    internal static readonly TypeSize Small = new("q", 12, 17);

    /// <summary>From one line to the next, as a multiple of the size.</summary>
    internal const double Leading = 1.3;

    /// <summary>The height of that many lines.</summary>
    internal double Lines(int count) => count * Leading * Narrow;
}
