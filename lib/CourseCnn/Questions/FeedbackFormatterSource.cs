using System.Net;
using CourseCnn.Display;

namespace CourseCnn.Questions;

/// <summary>The forms of feedback: a note with a coloured edge, whose text has the page's own colours, and plain text.</summary>
sealed class FeedbackFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter<Feedback>(MimeTypes.Html, Html),
        new DisplayFormatter<Feedback>(MimeTypes.Text, feedback => feedback.ToString()),
    ];

    static string Html(Feedback feedback)
    {
        // Green, vermilion and blue of the palette by Okabe and Ito; the mark and the word say the same without colour.
        var edge = feedback.Verdict switch
        {
            Verdict.Right => "#009E73",
            Verdict.Wrong => "#D55E00",
            _ => "#0072B2",
        };
        var sentences = string.Concat(feedback.Sentences.Select(sentence => $"<div>{WebUtility.HtmlEncode(sentence)}</div>"));
        return $"""<div role="status" style="border-left:5px solid {edge};padding:0.3em 0.9em;margin:0.4em 0;line-height:1.5">"""
            + $"<strong>{feedback.Mark} {feedback.Heading}</strong>{sentences}</div>";
    }
}
