namespace CourseCnn.Session.Contract;

/// <summary>How far code is.</summary>
public enum CodeState
{
    /// <summary>It can run as it is.</summary>
    Complete,

    /// <summary>Something is still open: a brace, a text, a statement.</summary>
    Incomplete,

    /// <summary>Whatever is added, it will not compile.</summary>
    Invalid,
}
