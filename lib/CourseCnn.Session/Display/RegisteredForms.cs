using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Display;

/// <summary>
/// The forms that somebody registered for a type with .NET Interactive's <see cref="Formatter"/>, or that a type brings by an attribute.
/// What .NET Interactive brings itself does not count: its formatters know no bounds.
/// </summary>
static class RegisteredForms
{
    static HashSet<ITypeFormatter> own = [];

    /// <summary>Forgets what an earlier session registered.</summary>
    public static void Reset()
    {
        Formatter.ResetToDefault();
        own = [.. Formatter.RegisteredFormatters(true)];
    }

    /// <summary>Whether such a form is there.</summary>
    public static bool Has(Type type, string mimeType) => Find(type, mimeType) is not null;

    /// <summary>The value in that form; null where nobody registered it, "" where it cannot be made of this value.</summary>
    public static string? Of(object value, string mimeType, int? most = null)
    {
        if (Find(value.GetType(), mimeType) is not { } formatter)
            return null;
        using var writer = most is { } limit ? new BoundedWriter(limit) : new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            return formatter.Format(value, new FormatContext(writer)) ? writer.ToString() : "";
        }
        catch (BoundedWriter.FullException)
        {
            return writer + " …";
        }
    }

    static ITypeFormatter? Find(Type type, string mimeType)
    {
        // What a type's attributes bring is registered when it is asked for.
        var found = Formatter.GetPreferredFormatterFor(type, mimeType);
        // HTML made by hand is what it is.
        return (mimeType == MimeTypes.Html && type.IsAssignableTo(typeof(IHtmlContent)))
            || Formatter.RegisteredFormatters(true).Any(one => !own.Contains(one) && one.MimeType == mimeType && IsFor(one.Type, type))
            ? found : null;
    }

    static bool IsFor(Type registered, Type type) => registered.IsAssignableFrom(type)
        || (registered.IsGenericTypeDefinition
            && type.GetInterfaces().Concat(Bases(type)).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == registered));

    static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }
}
