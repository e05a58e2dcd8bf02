namespace CourseCnn;

/// <summary>What kind of feedback it is.</summary>
public enum Verdict
{
    /// <summary>No answer has been given yet.</summary>
    Open,

    /// <summary>The answer is right.</summary>
    Right,

    /// <summary>Something about the answer is wrong.</summary>
    Wrong,

    /// <summary>A hint was asked for.</summary>
    Hint,

    /// <summary>The solution was asked for.</summary>
    Solution,
}
