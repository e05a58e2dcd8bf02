using System.Text.Json;
using CourseCnn.Session.Contract;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Display;

/// <summary>
/// Turns a value into what a notebook can show: by the forms that somebody registered for its type, else by our own, which are bounded
/// in depth, in breadth, in characters and in time.
/// </summary>
static class DisplayFormat
{
    const string Json = "application/json";

    /// <summary>The value in the given media types, or in those its type prefers; plain text is always among the latter.</summary>
    public static MimeBundle Of(object? value, params IReadOnlyCollection<string> mimeTypes) =>
        mimeTypes.Count > 0 ? Chosen(value, mimeTypes) : Preferred(value, null);

    /// <summary>The result of a cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">What was written for it.</param>
    public static MimeBundle OfResult(object? value, string? expression) => Preferred(value, expression);

    static MimeBundle Preferred(object? value, string? expression)
    {
        var type = value?.GetType() ?? typeof(object);
        var preferred = Formatter.GetPreferredMimeTypesFor(type).Append(MimeTypes.Text).Distinct().ToList();
        if (value is not null && preferred.TrueForAll(mimeType => RegisteredForms.Has(type, mimeType)))
            return new MimeBundle([.. preferred.Select(mimeType => Form(mimeType, RegisteredForms.Of(value, mimeType)!)).Where(IsThere)]);

        var part = ValueWalk.Read(value, expression);
        var forms = preferred.Select(mimeType => (Type: mimeType, Text: Make(value, part, mimeType)));
        if (value is not null && JsonDocuments.Is(value) && IsJson(part.Text))
            forms = forms.Prepend((Json, part.Text));
        return new MimeBundle(
            [.. forms.Where(form => form.Text is not null).Select(form => Form(form.Type, form.Text!)).Where(IsThere)]);
    }

    static MimeBundle Chosen(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        Part? part = null;
        return new MimeBundle([.. mimeTypes.Select(mimeType => Form(
            mimeType,
            (value is null ? null : RegisteredForms.Of(value, mimeType))
                ?? (mimeType is MimeTypes.Text ? TextLayout.Of(part ??= ValueWalk.Read(value, null))
                    : mimeType is MimeTypes.Html ? HtmlLayout.Of(part ??= ValueWalk.Read(value, null))
                    : value.ToDisplayString(mimeType))))]);
    }

    /// <summary>One form; null for HTML that would say no more than the text.</summary>
    static string? Make(object? value, Part part, string mimeType) =>
        (value is null ? null : RegisteredForms.Of(value, mimeType)) ?? mimeType switch
        {
            MimeTypes.Text => TextLayout.Of(part),
            MimeTypes.Html => part.HasStructure && (value is null || !RegisteredForms.Has(value.GetType(), MimeTypes.Text))
                ? HtmlLayout.Of(part) : null,
            _ => value.ToDisplayString(mimeType),
        };

    static KeyValuePair<string, string> Form(string mimeType, string text) =>
        new(mimeType, mimeType == MimeTypes.Html ? text.ReplaceLineEndings("\n") : text);

    /// <summary>Nothing is written where a type's formatter says that it cannot make this form: then the others are shown.</summary>
    static bool IsThere(KeyValuePair<string, string> form) => form is not { Value: "", Key: not MimeTypes.Text };

    /// <summary>A text that was cut is none.</summary>
    static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
