using System.Globalization;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Running;

/// <summary>What can go wrong with a cell besides its code.</summary>
static class CellErrors
{
    internal static CellError Unexplained { get; } = Of("Error", "The cell was stopped without a reason.");

    /// <param name="limit">The time it had.</param>
    /// <param name="stopped">What the session says of the place where it was stopped.</param>
    internal static CellError TimedOut(TimeSpan limit, CellError? stopped)
    {
        var error = Of(
            "TimeoutError", $"The cell took longer than {Seconds(limit)} and was stopped. Give it more time with --timeout SECONDS.");
        return stopped is null
            ? error
            : stopped with { Name = error.Name, Message = error.Message, Traceback = [.. error.Traceback, .. stopped.Traceback.Skip(1)] };
    }

    internal static CellError Stuck(TimeSpan limit) =>
        Of("TimeoutError", $"The cell took longer than {Seconds(limit)} and could not be stopped, so its notebook was given up.");

    internal static CellError WrongLanguage(string language) =>
        Of("LanguageError",
            $"The cell is in {NotebookLanguage.Title(language)}, and this program runs C#. " +
            "Rewrite it in C#, or give it the tag skip-execution.");

    static CellError Of(string name, string message) => new(name, message, Line: null, SourceLine: null, [$"{name}: {message}"]);

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
