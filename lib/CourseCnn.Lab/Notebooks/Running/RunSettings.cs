namespace CourseCnn.Lab.Notebooks.Running;

/// <summary>How notebooks are run.</summary>
/// <param name="Timeout">How long one cell may take.</param>
/// <param name="AllowErrors">True to save a failing cell's error and go on with the next cell.</param>
public sealed record RunSettings(TimeSpan Timeout, bool AllowErrors = false)
{
    /// <summary>
    /// True to keep the HTML of a value that has a drawing too, and what else only pages can use. Notebooks are saved without it.
    /// </summary>
    public bool KeepHtml { get; init; }

    /// <summary>How long to wait for a session to stop a cell, or to close, before it is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
