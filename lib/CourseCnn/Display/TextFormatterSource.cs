namespace CourseCnn.Display;

/// <summary>Shows a value in a notebook as the text that <see cref="object.ToString"/> gives, not as a table of its properties.</summary>
sealed class TextFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
        [new DisplayFormatter<object>(MimeTypes.Text, value => value.ToString() ?? "")];
}
