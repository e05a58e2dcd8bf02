using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Display;

/// <summary>Showing a value from the middle of an expression.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, in the given media types or those its type prefers; the result can be updated later.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text as the media type it is written in, for example <c>text/html</c>.</summary>
    public static DisplayedValue DisplayAs(this string? value, string mimeType) =>
        DisplayedValue.Show(new MimeBundle([new(mimeType, value ?? "")]));
}
