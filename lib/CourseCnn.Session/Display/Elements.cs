using System.Collections;
using System.Globalization;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>The elements of sequences and dictionaries.</summary>
static class Elements
{
    /// <summary>The elements; null for what is no sequence.</summary>
    public static IEnumerable? Of(object value)
    {
        if (value is string)
            return null;
        if (value is IEnumerable sequence)
            return sequence;
        var type = value.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() is { } generic
            && (generic == typeof(Memory<>) || generic == typeof(ReadOnlyMemory<>))
            ? (IEnumerable?)type.GetMethod("ToArray")?.Invoke(value, null)
            : null;
    }

    /// <summary>Whether they are pairs of a key and a value.</summary>
    public static bool AreEntries(object value) => value is IDictionary || value.GetType().GetInterfaces().Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() is { } generic
        && (generic == typeof(IDictionary<,>) || generic == typeof(IReadOnlyDictionary<,>)));

    /// <summary>Whether a type is the framework's.</summary>
    public static bool IsFrameworks(Type type) =>
        type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>How what is left out is called.</summary>
    public static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"({count} more)");

    /// <summary>As many as are shown.</summary>
    public static IEnumerable<(string Name, object? Value)> Read(Part part, IEnumerable elements, PartKind kind)
    {
        var count = 0;
        foreach (var element in elements)
        {
            if (count == Limits.Elements)
            {
                part.LeftOut = Count(part.Value!) is { } all ? More(all - count) : "(more)";
                yield break;
            }

            count++;
            yield return kind == PartKind.Dictionary ? Entry(element) : ("", element);
        }
    }

    static (string Name, object? Value) Entry(object element)
    {
        var (key, value) = element is DictionaryEntry entry
            ? (entry.Key, entry.Value)
            : (Property(element, "Key"), Property(element, "Value"));
        return (Key(key), value);
    }

    static object? Property(object pair, string name) => pair.GetType().GetProperty(name)?.GetValue(pair);

    static string Key(object? key) => PartMaker.Simple(null, key) is { } simple
        ? Limits.Cut(simple.Text, Limits.Name)
        : TypeName.Clean(Limits.Cut(key!.ToString() ?? "", Limits.Name)).ReplaceLineEndings(" ");

    /// <summary>How many there are, where that is known without going through them.</summary>
    static int? Count(object value) => value switch
    {
        ICollection collection => collection.Count,
        _ => value.GetType().GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() is { } generic
                && (generic == typeof(ICollection<>) || generic == typeof(IReadOnlyCollection<>)))
            .Select(face => face.GetProperty("Count")?.GetValue(value) as int?)
            .FirstOrDefault(count => count is not null),
    };
}
