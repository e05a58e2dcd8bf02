namespace CourseCnn;

/// <summary>One form of a type's values, as a notebook's kernel asks for it. It finds the members by their names.</summary>
/// <param name="mimeType">The form: <c>text/html</c>, say.</param>
/// <param name="render">Makes it.</param>
sealed class DisplayFormatter<T>(string mimeType, Func<T, string> render)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object value, TextWriter writer)
    {
        if (value is not T known)
            return false;
        writer.Write(render(known));
        return true;
    }
}
