namespace CourseCnn.Tests.Questions;

public class ExerciseTests
{
    [Theory]
    [InlineData(24, 28, 14, Verdict.Right, "halves it")]
    [InlineData(null, null, null, Verdict.Open, "Exercises.Size.Hint()")]
    [InlineData(23, 28, 14, Verdict.Wrong, "Without padding: 23 is one too few")]
    [InlineData(24, 30, null, Verdict.Wrong, "With padding 2: 30 is not right. With padding 2 and stride 2 there is no number yet")]
    public void Size(int? plain, int? padded, int? strided, Verdict verdict, string says) =>
        Says(Exercises.Size.Check(plain, padded, strided), verdict, says);

    [Theory]
    [InlineData("C", "D", "B", "A", Verdict.Right, "grid of weights")]
    [InlineData("c", " d ", "b.", "a", Verdict.Right, "")]
    [InlineData("", null, "", "", Verdict.Open, "Exercises.Terms.Hint()")]
    [InlineData("C", "D", "A", "B", Verdict.Wrong, "pooling is not A, flattening is not B")]
    [InlineData("C", "", "B", "A", Verdict.Wrong, "without a letter: kernel")]
    [InlineData("C", "X", "B", "A", Verdict.Wrong, "For kernel you gave \"X\"")]
    public void Terms(string? convolution, string? kernel, string? pooling, string? flattening, Verdict verdict, string says) =>
        Says(Exercises.Terms.Check(convolution, kernel, pooling, flattening), verdict, says);

    [Theory]
    [InlineData("BEDAC", Verdict.Right, "flatten")]
    [InlineData("b, e, d, a, c", Verdict.Right, "")]
    [InlineData(null, Verdict.Open, "Exercises.Order.Hint()")]
    [InlineData("EBDAC", Verdict.Wrong, "which step makes them")]
    [InlineData("BEDCA", Verdict.Wrong, "put out the scores")]
    [InlineData("BEADC", Verdict.Wrong, "flatten later")]
    [InlineData("BDEAC", Verdict.Wrong, "activation belongs to the convolution")]
    [InlineData("BED", Verdict.Wrong, "exactly once")]
    [InlineData("BEDAQ", Verdict.Wrong, "no step Q")]
    public void Order(string? letters, Verdict verdict, string says) => Says(Exercises.Order.Check(letters), verdict, says);

    [Theory]
    [InlineData(608, 292, 650, Verdict.Right, "1,550")]
    [InlineData(null, null, null, Verdict.Open, "null")]
    [InlineData(600, 292, 650, Verdict.Wrong, "600 is the number of its weights alone")]
    [InlineData(608, 40, 650, Verdict.Wrong, "one input channel")]
    [InlineData(76, 292, 650, Verdict.Wrong, "what one kernel has")]
    [InlineData(608, 292, 640, Verdict.Wrong, "640 is the number of its weights alone")]
    [InlineData(608, null, 650, Verdict.Wrong, "second convolution is still without a number")]
    [InlineData(608, 292, 1, Verdict.Wrong, "1 is not right")]
    public void Count(int? first, int? second, int? linear, Verdict verdict, string says) =>
        Says(Exercises.Count.Check(first, second, linear), verdict, says);

    [Theory]
    [InlineData("BCE", Verdict.Right, "no notion of neighbours")]
    [InlineData("e c b", Verdict.Right, "")]
    [InlineData("", Verdict.Open, "true")]
    [InlineData("BCDE", Verdict.Wrong, "Not D: look at the end of AlexNet")]
    [InlineData("BC", Verdict.Wrong, "One true statement is missing")]
    [InlineData("BCEZ", Verdict.Wrong, "no statement Z")]
    public void Compare(string? letters, Verdict verdict, string says) => Says(Exercises.Compare.Check(letters), verdict, says);

    [Fact]
    public void Build()
    {
        Module Model(params Module[] layers) => new Sequential(layers);
        Says(Exercises.Build.Check(null), Verdict.Open, "Sequential");
        Says(Exercises.Build.Check(new Sequential()), Verdict.Open, "Sequential");
        Says(
            Exercises.Build.Check(Model(
                new Conv2d(1, 4, 3, padding: 1), new ReLU(), new MaxPool2d(2),
                new Conv2d(4, 8, 3, padding: 1), new ReLU(), new MaxPool2d(2),
                new Flatten(), new Linear(8 * 7 * 7, 10))),
            Verdict.Right, "4,266 parameters");
        Says(Exercises.Build.Check(Model(new Flatten(), new Linear(784, 10))), Verdict.Wrong, "7,850 parameters; at most 5,000");
        Says(Exercises.Build.Check(Model(new Flatten(), new Linear(784, 10))), Verdict.Wrong, "0 convolutional layers");
        Says(Exercises.Build.Check(Model(new Conv2d(1, 4, 3), new Flatten())), Verdict.Wrong, "(2, 10)");
        Says(Exercises.Build.Check(Model(new Conv2d(3, 4, 3), new Flatten(), new Linear(10, 10))), Verdict.Wrong, "3 channels");
    }

    [Fact]
    public void The_solutions_are_right()
    {
        Assert.Equal(Verdict.Right, Exercises.Terms.Check("C", "D", "B", "A").Verdict);
        Assert.Contains("Convolution is C, a kernel is D, pooling is B, flattening is A", Exercises.Terms.Solution().ToString());
        Assert.Contains("608", Exercises.Count.Solution().ToString());
        Assert.StartsWith("→ Hint.", Exercises.Build.Hint().ToString());
    }

    static void Says(Feedback feedback, Verdict verdict, string text)
    {
        Assert.Contains(text, feedback.ToString());
        Assert.Equal(verdict, feedback.Verdict);
    }
}
