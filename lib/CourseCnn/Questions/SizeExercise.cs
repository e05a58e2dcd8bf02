using System.Globalization;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>How many rows come out of three convolutions with a kernel of 5 x 5 over a picture of 28 x 28 pixels.</summary>
public sealed class SizeExercise : Exercise
{
    const int Rows = 28;

    internal SizeExercise()
        : base(
            "Size",
            "Put the numbers into the formula: n is 28 and k is 5 each time. What is rounded down is the fraction, before the 1 is added.",
            "28 - 5 + 1 = 24; with padding 2, (28 + 4 - 5) / 1 + 1 = 28; with stride 2 besides, 27 / 2 is 13, and 13 + 1 = 14.")
    {
    }

    private protected override IReadOnlyList<AnswerField> Fields =>
    [
        new("Without padding, stride 1", AnswerKind.Number, "24"),
        new("With padding 2, stride 1", AnswerKind.Number, "28"),
        new("With padding 2, stride 2", AnswerKind.Number, "14"),
    ];

    private protected override Feedback Check(IReadOnlyList<string> answers) =>
        Check(Number(answers[0]), Number(answers[1]), Number(answers[2]));

    /// <summary>Checks the three sizes.</summary>
    /// <param name="plain">Rows without padding, stride 1.</param>
    /// <param name="padded">Rows with padding 2, stride 1.</param>
    /// <param name="strided">Rows with padding 2, stride 2.</param>
    public Feedback Check(int? plain, int? padded, int? strided)
    {
        (string Name, int? Given, int Padding, int Stride)[] answers =
            [("Without padding", plain, 0, 1), ("With padding 2", padded, 2, 1), ("With padding 2 and stride 2", strided, 2, 2)];
        if (answers.All(answer => answer.Given is null))
            return Open("Put a number in place of each null.");

        var complaints = answers
            .Select(answer => Complaint(answer.Name, answer.Given, answer.Padding, answer.Stride))
            .OfType<string>()
            .ToList();
        return complaints.Count > 0
            ? Wrong(complaints)
            : Right("A padding of half the kernel keeps the size, and a stride of 2 halves it.");
    }

    /// <summary>What is wrong with a size, which the library's own convolution tells, or null.</summary>
    static string? Complaint(string name, int? given, int padding, int stride)
    {
        var picture = Tensor.Zeros((1, 1, Rows, Rows));
        var rows = Functional.Conv2d(picture, Tensor.Ones((1, 1, 5, 5)), stride: stride, padding: padding).Shape[2];
        if (given is not { } number)
            return $"{name} there is no number yet.";
        if (number == rows)
            return null;
        return number == rows - 1
            ? $"{name}: {Text(number)} is one too few. Did you add the 1 at the end?"
            : $"{name}: {Text(number)} is not right.";
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
