using System.Text.Json.Nodes;
using CourseCnn.Questions;

namespace CourseCnn.Tests.Questions;

/// <summary>The form of each exercise says to every answer what the exercise says.</summary>
public class ExerciseFormTests
{
    public static TheoryData<string, Feedback> Questions => new(
        ("Size", Exercises.Size.Check(null, null, null)),
        ("Terms", Exercises.Terms.Check("", "", "", "")),
        ("Order", Exercises.Order.Check("")),
        ("Count", Exercises.Count.Check(null, null, null)),
        ("Compare", Exercises.Compare.Check("")));

    [Theory]
    [MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public void Every_form_knows_what_is_right_and_is_small(string name, Feedback feedback)
    {
        var json = Assert.IsType<Question>(feedback).Form;
        var form = JsonNode.Parse(json)!;

        Assert.InRange(json.Length, 500, 10_000);
        Assert.NotEmpty(Sentences(form, form["right"]));
        Assert.NotEmpty(Sentences(form, form["hint"]));
        Assert.NotEmpty(Sentences(form, form["solution"]));
        Assert.All(form["fields"]!.AsArray(), field =>
        {
            Assert.NotEmpty(Sentences(form, field!["other"]));
            Assert.Single(field["replies"]!.AsObject(), reply => reply.Value!.AsArray().Count == 0);
        });
        Assert.DoesNotContain('<', json);
        Assert.StartsWith("… Your turn. ", feedback.ToString());
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData(0, "24")]
    [InlineData(0, "23", "Without padding: {answer} is one too few. Did you add the 1 at the end?")]
    [InlineData(2, "100", "With padding 2 and stride 2: {answer} is not right.")]
    public void Sizes(int field, string answer, params string[] says) =>
        Assert.Equal(says, Reply(Exercises.Size.Check(null, null, null), field, answer));

    [Theory]
    [InlineData(0, "608")]
    [InlineData(0, "600", "The first convolution: {answer} is the number of its weights alone. What else does each output have?")]
    [InlineData(1, "73", "The second convolution: {answer} is what one kernel has. How many kernels are there?")]
    [InlineData(2, "1234", "The fully connected layer: {answer} is not right.")]
    public void Counts(int field, string answer, params string[] says) =>
        Assert.Equal(says, Reply(Exercises.Count.Check(null, null, null), field, answer));

    [Theory]
    [InlineData("BEDAC")]
    [InlineData("BEADC", "Once the maps are a vector there are no windows left to pool: flatten later.")]
    [InlineData("BE", "You gave {answer}: each of the five letters goes in exactly once.")]
    public void Orders(string answer, params string[] says) => Assert.Equal(says, Reply(Exercises.Order.Check(""), 0, answer));

    [Fact]
    public void Where_the_answer_is_code_there_is_no_form() => Assert.IsType<Feedback>(Exercises.Build.Check(null));

    static IEnumerable<string> Reply(Feedback question, int field, string answer)
    {
        var form = JsonNode.Parse(((Question)question).Form)!;
        var asked = form["fields"]![field]!;
        return Sentences(form, asked["replies"]![answer] ?? asked["other"]);
    }

    static IEnumerable<string> Sentences(JsonNode form, JsonNode? numbers) =>
        numbers!.AsArray().Select(number => form["sentences"]![number!.GetValue<int>()]!.GetValue<string>());
}
