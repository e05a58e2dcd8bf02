using CourseCnn.Questions;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>
/// The steps A to E of a CNN's way from a picture to an answer, to be put in order. A: the maps are laid out as one vector. B: kernels pass
/// over the picture, each making a feature map. C: a fully connected layer turns the vector into scores. D: pooling keeps the strongest
/// number of each window. E: an activation such as ReLU is applied to every number of the maps.
/// </summary>
public sealed class OrderExercise : Exercise
{
    const string Steps = "BEDAC";

    internal OrderExercise()
        : base(
            "Order",
            "Start with what touches the picture itself, end with what puts out the scores. A vector has no windows any more.",
            "B, E, D, A, C: convolve, activate, pool, flatten, and let a fully connected layer answer.")
    {
    }

    private protected override IReadOnlyList<AnswerField> Fields => [new("First step first", AnswerKind.Word, Steps, "ABCDE")];

    private protected override Feedback Check(IReadOnlyList<string> answers) => Check(answers[0]);

    /// <summary>Checks the order.</summary>
    /// <param name="letters">The five letters, first step first: <c>"ABCDE"</c>.</param>
    public Feedback Check(string? letters)
    {
        var given = Letters.Read(letters);
        if (given == "")
            return Open("Put the five letters in order, first step first.");
        if (Letters.Unknown(given, Steps) is { Length: > 0 } unknown)
            return Wrong($"There is no step {unknown}: the steps are A, B, C, D and E.");
        if (given.Length != Steps.Length || given.Distinct().Count() != Steps.Length)
            return Wrong($"You gave {given}: each of the five letters goes in exactly once.");
        if (given == Steps)
            return Right("Convolve, activate, pool, flatten, answer. The first three are repeated as often as it helps.");
        return Wrong(Complaint(given));
    }

    static string Complaint(string given)
    {
        bool Before(char first, char second) =>
            given.IndexOf(first, StringComparison.Ordinal) < given.IndexOf(second, StringComparison.Ordinal);
        if (given[0] != 'B')
            return "Something comes first that has no feature maps to work on yet: which step makes them?";
        if (given[^1] != 'C')
            return "The last step must put out the scores.";
        return Before('A', 'D') || Before('A', 'E')
            ? "Once the maps are a vector there are no windows left to pool: flatten later."
            : "The activation belongs to the convolution: it is applied to what the kernels have made, before it is shrunk.";
    }
}
