namespace CourseCnn.Display;

/// <summary>One form of a type's values, as a notebook's kernel asks for it. It finds the members by their names.</summary>
/// <param name="mimeType">The form: <c>text/html</c>, say.</param>
/// <param name="render">Makes it; null if it cannot be made of this value.</param>
sealed class DisplayFormatter<T>(string mimeType, Func<T, string?> render)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object value, TextWriter writer)
    {
        if (value is not T known || render(known) is not { } text)
            return false;
        writer.Write(text);
        return true;
    }
}
