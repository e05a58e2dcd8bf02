using CourseCnn.Session.Running;
using Microsoft.AspNetCore.Html;

namespace CourseCnn.Session.Display;

/// <summary>What a cell can call without saying where it comes from; the names are .NET Interactive's.</summary>
public static class Kernel
{
    /// <summary>Shows a value, in the given media types or those its type prefers; the result can be updated later.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        DisplayedValue.Show(DisplayFormat.Of(value, mimeTypes));

    /// <summary>Takes away what the cell has shown so far: at once, or when it shows something next.</summary>
    public static void clearOutput(bool wait = false) => CellContext.Current?.Output.Clear(wait);

    /// <summary>Asks the one who runs the cell for a line of text.</summary>
    public static Task<string> GetInputAsync(string prompt = "") => Task.FromResult(Ask(prompt, secret: false));

    /// <summary>Asks the one who runs the cell for a line of text that is not shown while it is typed.</summary>
    public static Task<string> GetPasswordAsync(string prompt = "") => Task.FromResult(Ask(prompt, secret: true));

    /// <summary>Text to be shown as the HTML it is.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    static string Ask(string prompt, bool secret) => CellContext.Current is { } cell
        ? cell.ReadLine(prompt, secret)
        : throw new InvalidOperationException("Only a cell can ask for input.");
}
