using System.Globalization;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>How many parameters the three layers with weights of a given CNN have, for colour pictures of 16 x 16 pixels.</summary>
public sealed class CountExercise : Exercise
{
    readonly Conv2d first = new(inChannels: 3, outChannels: 8, kernelSize: (5, 5));
    readonly Conv2d second = new(inChannels: 8, outChannels: 4, kernelSize: (3, 3));
    readonly Linear last = new(64, 10);

    internal CountExercise()
        : base(
            "Count",
            "A convolutional layer has outChannels kernels; each holds inChannels slices of height x width weights, and one bias. "
            + "A fully connected layer has a weight for each pair of input and output, and a bias for each output.",
            "8 · (3 · 5 · 5 + 1) = 608, 4 · (8 · 3 · 3 + 1) = 292, and 64 · 10 + 10 = 650. "
            + "The size of the picture does not matter to the first two. "
            + "The 64 comes from 16 - 5 + 1 = 12 rows, pooled to 6, then 6 - 3 + 1 = 4: four maps of 4 x 4.")
    {
    }

    private protected override IReadOnlyList<AnswerField> Fields =>
    [
        new("First convolution", AnswerKind.Number, "608"),
        new("Second convolution", AnswerKind.Number, "292"),
        new("Fully connected layer", AnswerKind.Number, "650"),
    ];

    private protected override Feedback Check(IReadOnlyList<string> answers) =>
        Check(Number(answers[0]), Number(answers[1]), Number(answers[2]));

    /// <summary>Checks the three counts.</summary>
    /// <param name="firstConvolution">Parameters of <c>Conv2d(3, 8, (5, 5))</c>.</param>
    /// <param name="secondConvolution">Parameters of <c>Conv2d(8, 4, (3, 3))</c>.</param>
    /// <param name="linear">Parameters of <c>Linear(64, 10)</c>.</param>
    public Feedback Check(int? firstConvolution, int? secondConvolution, int? linear)
    {
        (string Name, int? Given, Module Layer)[] answers =
        [
            ("The first convolution", firstConvolution, first),
            ("The second convolution", secondConvolution, second),
            ("The fully connected layer", linear, last),
        ];
        if (answers.All(answer => answer.Given is null))
            return Open("Put a number in place of each null.");

        var complaints = answers.Select(answer => Complaint(answer.Name, answer.Given, answer.Layer)).OfType<string>().ToList();
        if (complaints.Count > 0)
            return Wrong(complaints);
        var total = answers.Sum(answer => answer.Given!.Value);
        return Right($"Together the layers have {Text(total)} parameters, and a larger picture would change only the last of the three.");
    }

    /// <summary>What is wrong with a count, or null.</summary>
    static string? Complaint(string name, int? given, Module layer)
    {
        var (weight, bias) = layer is Conv2d convolution
            ? (convolution.Weight, convolution.Bias!)
            : (((Linear)layer).Weight, ((Linear)layer).Bias!);
        if (given is not { } number)
            return $"{name} is still without a number.";
        if (number == weight.Count + bias.Count)
            return null;
        if (number == weight.Count)
            return $"{name}: {Text(number)} is the number of its weights alone. What else does each output have?";
        if (weight.Rank == 4 && number == weight.Count / weight.Shape[1] + bias.Count)
            return $"{name}: {Text(number)} would be right for one input channel. A kernel reaches through all of them.";
        if (weight.Rank == 4 && number == weight.Count / weight.Shape[0] + 1)
            return $"{name}: {Text(number)} is what one kernel has. How many kernels are there?";
        return $"{name}: {Text(number)} is not right.";
    }

    static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
