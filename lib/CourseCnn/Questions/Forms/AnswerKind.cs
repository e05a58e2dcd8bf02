namespace CourseCnn.Questions.Forms;

/// <summary>How an answer is given in a form.</summary>
enum AnswerKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of a few letters.</summary>
    Letter,

    /// <summary>Letters whose order matters.</summary>
    Word,

    /// <summary>Any of a few letters, in no order.</summary>
    Letters,
}
