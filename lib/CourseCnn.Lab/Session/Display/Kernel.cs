using Microsoft.AspNetCore.Html;

namespace CourseCnn.Lab.Session.Display;

/// <summary>What a cell can call without saying where it comes from; the names are .NET Interactive's.</summary>
public static class Kernel
{
    /// <summary>Shows a value, in the given media types or those its type prefers; the result can be updated later.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(DisplayFormat.Of(value, mimeTypes));

    /// <summary>Text to be shown as the HTML it is.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
