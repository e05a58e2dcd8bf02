using CourseCnn.Display;

namespace CourseCnn.Questions;

/// <summary>The forms of a question: those of any feedback, and one that a page can build a form from.</summary>
sealed class QuestionFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        .. new FeedbackFormatterSource().CreateTypeFormatters(),
        new DisplayFormatter<Question>(MimeTypes.Exercise, question => question.Form),
    ];
}
