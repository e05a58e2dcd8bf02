namespace CourseCnn.Session.Contract;

/// <summary>What happens to a line between a cell and its page.</summary>
public enum CommKind
{
    /// <summary>One end opens it.</summary>
    Open,

    /// <summary>One end says something.</summary>
    Say,

    /// <summary>One end closes it.</summary>
    Close,
}
