using CourseCnn.Questions;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>
/// Which description, A to D, belongs to which term. A: laying out feature maps in one vector. B: replacing each window of a map by one
/// number, without weights. C: laying weights on every patch, multiplying and adding up. D: the small grid of weights.
/// </summary>
public sealed class TermsExercise : Exercise
{
    const string Known = "ABCD";

    internal TermsExercise()
        : base(
            "Terms",
            "Two of the four are done to feature maps without any weights: one makes them smaller, one makes them a single vector. "
            + "Of the other two, one is a thing and one is what is done with it.",
            "Convolution is C, a kernel is D, pooling is B, flattening is A.")
    {
    }

    private protected override IReadOnlyList<AnswerField> Fields =>
    [
        new("Convolution", AnswerKind.Letter, "C", Known),
        new("Kernel", AnswerKind.Letter, "D", Known),
        new("Pooling", AnswerKind.Letter, "B", Known),
        new("Flattening", AnswerKind.Letter, "A", Known),
    ];

    private protected override Feedback Check(IReadOnlyList<string> answers) => Check(answers[0], answers[1], answers[2], answers[3]);

    /// <summary>Checks the four letters.</summary>
    /// <param name="convolution">The letter of the description of convolution.</param>
    /// <param name="kernel">The letter of the description of a kernel, or filter.</param>
    /// <param name="pooling">The letter of the description of pooling.</param>
    /// <param name="flattening">The letter of the description of flattening.</param>
    public Feedback Check(string? convolution, string? kernel, string? pooling, string? flattening)
    {
        (string Term, string Given, string Right)[] answers =
        [
            ("convolution", Letters.Read(convolution), "C"),
            ("kernel", Letters.Read(kernel), "D"),
            ("pooling", Letters.Read(pooling), "B"),
            ("flattening", Letters.Read(flattening), "A"),
        ];
        if (answers.All(answer => answer.Given == ""))
            return Open("Give each term the letter of its description.");
        var unknown = answers.FirstOrDefault(answer => answer.Given.Length > 1 || Letters.Unknown(answer.Given, Known) != "");
        if (unknown is { Term: { } term, Given: var given })
            return Wrong($"For {term} you gave \"{given}\"; the descriptions have the letters A, B, C and D, one for each term.");
        if (answers.All(answer => answer.Given == answer.Right))
            return Right(
                "A kernel is the grid of weights; convolving is passing it over the picture; pooling shrinks a map; flattening lays "
                + "maps out in a vector.");

        var missing = answers.Where(answer => answer.Given == "").Select(answer => answer.Term).ToList();
        var wrong = answers
            .Where(answer => answer.Given != "" && answer.Given != answer.Right)
            .Select(answer => $"{answer.Term} is not {answer.Given}")
            .ToList();
        List<string> why = [];
        if (wrong.Count > 0)
            why.Add($"Look again: {string.Join(", ", wrong)}.");
        if (missing.Count > 0)
            why.Add($"Still without a letter: {string.Join(", ", missing)}.");
        return Wrong(why);
    }
}
