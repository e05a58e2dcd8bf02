using System.Globalization;
using CourseCnn.Questions;
using CourseCnn.Questions.Forms;

namespace CourseCnn;

/// <summary>A question that checks its own answer. The notebook asks it; what is right, and what went wrong, is known here.</summary>
public abstract class Exercise
{
    readonly string name;
    readonly string hint;
    readonly string solution;

    private protected Exercise(string name, string hint, string solution) => (this.name, this.hint, this.solution) = (name, hint, solution);

    /// <summary>A push in the right direction.</summary>
    public Feedback Hint() => new(Verdict.Hint, hint);

    /// <summary>The answer, with its reason. Try first.</summary>
    public Feedback Solution() => new(Verdict.Solution, solution);

    /// <summary>What a form asks for; nothing where the answer is code.</summary>
    private protected virtual IReadOnlyList<AnswerField> Fields => [];

    /// <summary>Checks an answer for each of the fields.</summary>
    private protected virtual Feedback Check(IReadOnlyList<string> answers) =>
        throw new NotSupportedException("This exercise asks for code.");

    private protected Feedback Open(string what)
    {
        var sentence = $"{what} If you are stuck, run Exercises.{name}.Hint() in a cell of its own.";
        return Fields.Count == 0
            ? new Feedback(Verdict.Open, sentence)
            : new Question(sentence, () => new ExerciseForm(Fields, Check).ToJson(Hint(), Solution()));
    }

    private protected static int Number(string answer) => int.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);

    private protected static Feedback Right(string why) => new(Verdict.Right, why);

    private protected static Feedback Wrong(params IReadOnlyList<string> why) => new(Verdict.Wrong, why);
}
