namespace CourseCnn.Session.Contract;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or it threw.</summary>
    Error,

    /// <summary>It was stopped from outside.</summary>
    Interrupted,

    /// <summary>It took down the process it ran in: the session has ended with it.</summary>
    Lost,
}
