using CourseCnn.Display;
using CourseCnn.Questions;

namespace CourseCnn;

/// <summary>What an exercise says to an answer. A notebook shows it as a marked note, a console as text.</summary>
[TypeFormatterSource(typeof(FeedbackFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public class Feedback
{
    internal Feedback(Verdict verdict, params IReadOnlyList<string> sentences) => (Verdict, Sentences) = (verdict, sentences);

    /// <summary>Whether the answer is right, wrong, or still to be given.</summary>
    public Verdict Verdict { get; }

    /// <summary>What there is to say, a sentence or two each.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>The verdict in a word, and the sentences.</summary>
    public override string ToString() => $"{Mark} {Heading} {string.Join(" ", Sentences)}";

    internal string Mark => Verdict switch
    {
        Verdict.Right => "✓",
        Verdict.Wrong => "✗",
        Verdict.Open => "…",
        _ => "→",
    };

    internal string Heading => Verdict switch
    {
        Verdict.Right => "Right.",
        Verdict.Wrong => "Not yet.",
        Verdict.Open => "Your turn.",
        Verdict.Hint => "Hint.",
        _ => "Solution.",
    };
}
