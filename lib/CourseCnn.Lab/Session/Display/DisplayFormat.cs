using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Lab.Session.Display;

/// <summary>Turns a value into what a notebook can show, by the formatters registered for its type.</summary>
static class DisplayFormat
{
    /// <summary>The value in the given media types, or in those its type prefers; plain text is always among the latter.</summary>
    public static MimeBundle Of(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
            mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object)).Append(PlainTextFormatter.MimeType).Distinct()];
        return new MimeBundle([.. mimeTypes.Select(type => KeyValuePair.Create(type, value.ToDisplayString(type)))]);
    }
}
