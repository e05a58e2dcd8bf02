using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>Something to be read from a value: a property or a field, which is one thing, or all elements, which are many.</summary>
/// <param name="Name">Its name; "" for elements.</param>
/// <param name="Limit">How long each thing may take.</param>
/// <param name="Read">Reads them one by one of the part's value.</param>
sealed record Member(string Name, TimeSpan Limit, Func<Part, IEnumerable<(string Name, object? Value)>> Read)
{
    /// <summary>One thing.</summary>
    public static Member One(string name, Func<object, object?> read) => new(name, Limits.Step, part => Only(name, part, read));

    /// <summary>Elements.</summary>
    public static Member Many(Func<Part, IEnumerable<(string Name, object? Value)>> read) => new("", Limits.Element, read);

    static IEnumerable<(string Name, object? Value)> Only(string name, Part part, Func<object, object?> read)
    {
        yield return (name, read(part.Value!));
    }
}
