using CourseCnn.Session.Contract;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Display;

/// <summary>Turns a value into what a notebook can show, by the formatters registered for its type.</summary>
static class DisplayFormat
{
    /// <summary>How the formatter dresses up text that has no structure as HTML.</summary>
    const string OnlyText = "<div class=\"dni-plaintext\">";

    /// <summary>The value in the given media types, or in those its type prefers; plain text is always among the latter.</summary>
    public static MimeBundle Of(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        if (mimeTypes.Count > 0)
            return new MimeBundle([.. mimeTypes.Select(mimeType => Form(value, mimeType))]);

        var type = value?.GetType() ?? typeof(object);
        var preferred = Formatter.GetPreferredMimeTypesFor(type).Append(MimeTypes.Text).Distinct();
        // HTML that says no more than the text would only make the notebook larger.
        return new MimeBundle(
            [.. preferred.Select(mimeType => Form(value, mimeType)).Where(form => !IsOnlyText(form) && !IsMissing(form))]);
    }

    static KeyValuePair<string, string> Form(object? value, string mimeType)
    {
        var text = value.ToDisplayString(mimeType);
        return new(mimeType, mimeType == MimeTypes.Html ? text.ReplaceLineEndings("\n") : text);
    }

    static bool IsOnlyText(KeyValuePair<string, string> form) =>
        form.Key == MimeTypes.Html && form.Value.StartsWith(OnlyText, StringComparison.Ordinal);

    /// <summary>A type's formatter that cannot make this form writes nothing: then the others are shown.</summary>
    static bool IsMissing(KeyValuePair<string, string> form) => form is { Value: "", Key: not MimeTypes.Text };
}
