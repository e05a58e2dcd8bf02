namespace CourseCnn.Session.Contract;

/// <summary>
/// One value in several forms: media type to text, richest first.
/// Under a type that is or ends with <c>json</c> the text is a JSON document; under image types but SVG it is base64.
/// </summary>
public sealed record MimeBundle(IReadOnlyList<KeyValuePair<string, string>> Forms)
{
    /// <summary>The text of one form, or null.</summary>
    public string? this[string mimeType] => Forms.FirstOrDefault(form => form.Key == mimeType).Value;
}
