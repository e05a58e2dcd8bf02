using CourseCnn.Display;
using CourseCnn.Questions.Forms;

namespace CourseCnn.Questions;

/// <summary>What an exercise says as long as there is no answer. A page made from the notebook can ask in its stead.</summary>
[TypeFormatterSource(typeof(QuestionFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Exercise, MimeTypes.Text])]
sealed class Question : Feedback
{
    readonly Func<string> form;

    internal Question(string sentence, Func<string> form)
        : base(Verdict.Open, sentence) => this.form = form;

    /// <summary>The exercise as a form, in JSON; see <see cref="ExerciseForm"/>.</summary>
    internal string Form => form();
}
