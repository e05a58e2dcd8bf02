namespace CourseCnn.Questions.Forms;

/// <summary>One of the answers that an exercise asks for.</summary>
/// <param name="Label">What it is the answer to.</param>
/// <param name="Kind">How it is given.</param>
/// <param name="Right">The right answer.</param>
/// <param name="Options">The letters there are to choose from; none for a number.</param>
sealed record AnswerField(string Label, AnswerKind Kind, string Right, string Options = "")
{
    /// <summary>Larger numbers than any that an exercise has something particular to say about.</summary>
    const int Numbers = 1_000;

    /// <summary>An answer that is wrong in no particular way.</summary>
    internal string Wrong => Kind switch
    {
        AnswerKind.Number => "87654321",
        AnswerKind.Word => Options[..^1],
        _ => "Z",
    };

    /// <summary>The answers that may get a reply of their own.</summary>
    internal IEnumerable<string> Candidates() => Kind switch
    {
        AnswerKind.Number => Enumerable.Range(0, Numbers).Select(number => FormattableString.Invariant($"{number}")),
        AnswerKind.Letter => Options.Select(letter => $"{letter}"),
        AnswerKind.Word => Orders(Options),
        _ => Enumerable.Range(1, (1 << Options.Length) - 1)
            .Select(chosen => string.Concat(Options.Where((_, index) => (chosen >> index & 1) == 1))),
    };

    static IEnumerable<string> Orders(string letters) => letters.Length == 0
        ? [""]
        : letters.SelectMany((letter, index) => Orders(letters.Remove(index, 1)).Select(rest => letter + rest));
}
