using System.Globalization;

namespace CourseCnn.Session.Display;

/// <summary>Takes so many characters and then throws, so that who writes without end ends.</summary>
sealed class BoundedWriter(int most) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var text = GetStringBuilder();
        var rest = most - text.Length;
        text.Append(buffer.Length > rest ? buffer[..rest] : buffer);
        if (buffer.Length > rest)
            throw new FullException();
    }

    /// <summary>There is no room left.</summary>
    public sealed class FullException : Exception;
}
