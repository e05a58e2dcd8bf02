using CourseCnn.Display;

namespace CourseCnn.Tests.Figures;

/// <summary>Asks a figure for its forms as a kernel does that knows nothing but the names.</summary>
static class Shown
{
    /// <summary>The forms that the figure's type offers, in order.</summary>
    internal static string[] Offered(Figure figure) => Source(figure).PreferredMimeTypes;

    /// <summary>All forms, made; one that cannot be made is null.</summary>
    internal static IReadOnlyList<(string MimeType, string? Text)> Forms(Figure figure)
    {
        var source = Activator.CreateInstance(Source(figure).FormatterSourceType)!;
        return [.. ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Select(formatter =>
        {
            var writer = new StringWriter();
            var made = (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [figure, writer])!;
            return ((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, made ? writer.ToString() : null);
        })];
    }

    static TypeFormatterSourceAttribute Source(Figure figure) =>
        (TypeFormatterSourceAttribute)Attribute.GetCustomAttribute(figure.GetType(), typeof(TypeFormatterSourceAttribute))!;
}
