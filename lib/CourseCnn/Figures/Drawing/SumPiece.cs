namespace CourseCnn.Figures.Drawing;

/// <summary>A piece of a written calculation, such as <c>+ 3·2</c>, that stays on one line.</summary>
/// <param name="Before">What stands before the number that stands out.</param>
/// <param name="Number">The number that stands out.</param>
/// <param name="Accent">In which colour it does.</param>
/// <param name="After">What stands after it.</param>
readonly record struct SumPiece(string Before, string Number = "", Accent? Accent = null, string After = "")
{
    internal string Text => Before + Number + After;

    internal string Markup => SvgDocument.Escape(Before)
        + (Accent is { } accent ? $"<tspan class=\"{Ink.Type(accent)}\">{SvgDocument.Escape(Number)}</tspan>" : SvgDocument.Escape(Number))
        + SvgDocument.Escape(After);
}
