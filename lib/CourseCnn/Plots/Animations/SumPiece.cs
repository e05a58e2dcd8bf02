namespace CourseCnn;

/// <summary>A piece of a written calculation, such as <c>+ 3·2</c>, that stays on one line.</summary>
/// <param name="Before">What stands before the number that stands out.</param>
/// <param name="Number">The number that stands out, in the figure's colours: a weight, or the result.</param>
/// <param name="IsResult">Whether the number is the result.</param>
readonly record struct SumPiece(string Before, string Number = "", bool IsResult = false)
{
    internal string Text => Before + Number;
}
