using CourseCnn.Questions;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>
/// Which of six statements about CNNs and fully connected networks are true. A: a CNN for larger pictures needs larger kernels.
/// B: shuffling the pixels of all pictures alike makes no difference to a fully connected network. C: a kernel's weights are the same
/// at every place. D: a CNN has no fully connected layers. E: a structure that a kernel finds in one corner it would find in any other.
/// F: flattening adds parameters.
/// </summary>
public sealed class CompareExercise : Exercise
{
    const string True = "BCE";
    const string All = "ABCDEF";

    static readonly Dictionary<char, string> reasons = new()
    {
        ['A'] = "A: the size of a kernel does not depend on the size of the picture, and neither does the number of its weights.",
        ['B'] = "B: to a fully connected network the pixels have no order, so it learns as well from pictures that are all shuffled alike.",
        ['C'] = "C: sharing one set of weights is what makes a filter a filter.",
        ['D'] = "D: look at the end of AlexNet, or of any model in this notebook.",
        ['E'] = "E: the same weights pass over the whole picture.",
        ['F'] = "F: flattening only lays numbers out in a vector. The parameters are in the layer after it.",
    };

    internal CompareExercise()
        : base(
            "Compare",
            "Three of the six are true. Two of those say the same thing, once about weights and once about what they find.",
            "B, C and E are true. " + string.Join(" ", reasons.Values))
    {
    }

    private protected override IReadOnlyList<AnswerField> Fields => [new("True are", AnswerKind.Letters, True, All)];

    private protected override Feedback Check(IReadOnlyList<string> answers) => Check(answers[0]);

    /// <summary>Checks the selection.</summary>
    /// <param name="letters">The letters of the statements that are true: <c>"AB"</c>.</param>
    public Feedback Check(string? letters)
    {
        var given = Letters.Read(letters);
        if (given == "")
            return Open("Name the letters of the statements that are true.");
        if (Letters.Unknown(given, All) is { Length: > 0 } unknown)
            return Wrong($"There is no statement {unknown}: they have the letters A to F.");

        // What was chosen wrongly is explained; what is missing is only counted, so that there is something left to find.
        var wrong = given.Distinct().Except(True).Order().Select(letter => $"Not {reasons[letter]}").ToList();
        var missing = True.Except(given).Count();
        if (missing > 0)
            wrong.Add(missing == 1 ? "One true statement is missing." : $"{(missing == 2 ? "Two" : "Three")} true statements are missing.");
        return wrong.Count > 0
            ? Wrong(wrong)
            : Right(
                "A CNN's kernels have the same weights everywhere, and so find a structure wherever it is; a fully connected network "
                + "has no notion of neighbours.");
    }
}
