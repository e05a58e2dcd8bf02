namespace CourseCnn.Questions;

/// <summary>Reads answers that are letters, however they are typed: <c>"B"</c>, <c>"b, d"</c>, <c>"BD"</c>.</summary>
static class Letters
{
    /// <summary>The letters in upper case, in the order given; blanks, commas and the like are passed over.</summary>
    public static string Read(string? answer) => string.Concat((answer ?? "").Where(char.IsLetter).Select(char.ToUpperInvariant));

    /// <summary>The letters that the question does not have.</summary>
    public static string Unknown(string letters, string known) => string.Join(", ", letters.Distinct().Except(known));
}
