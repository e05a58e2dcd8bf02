using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace CourseCnn;

/// <summary>
/// Finds what a module holds by looking at its fields, in order of declaration, those of the classes it derives from first. An
/// automatic property is stored in a field, so properties are found too, and each only once.
/// </summary>
static class ModuleMembers
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<FieldInfo>> FieldsOfTypes = new();

    public static IEnumerable<(string Name, Module Module)> Children(Module module) => Values<Module>(module);

    public static IEnumerable<(string Name, Parameter Parameter)> Parameters(Module module) => Values<Parameter>(module);

    /// <summary>Modules that are called by their number.</summary>
    public static IEnumerable<(string Name, Module Module)> Numbered(IEnumerable<Module> modules) =>
        modules.Select((module, i) => (FormattableString.Invariant($"{i}"), module));

    static IEnumerable<(string Name, T Value)> Values<T>(Module module)
        where T : class
    {
        foreach (var field in FieldsOf(module.GetType()))
            if (field.GetValue(module) is T value)
                yield return (NameOf(field), value);
    }

    static IReadOnlyList<FieldInfo> FieldsOf(Type type) => FieldsOfTypes.GetOrAdd(type, static type =>
    {
        var fields = new List<FieldInfo>();
        for (var declaring = type; declaring != typeof(Module) && declaring is not null; declaring = declaring.BaseType)
            fields.InsertRange(0, declaring
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .OrderBy(field => field.MetadataToken));
        return fields;
    });

    /// <summary>
    /// A field's name as PyTorch writes it. The compiler stores property <c>Weight</c> in <c>&lt;Weight&gt;k__BackingField</c>, and a
    /// constructor's parameter <c>conv</c> in <c>&lt;conv&gt;P</c>. Names with a capital become Python's: <c>running_mean</c>.
    /// </summary>
    static string NameOf(FieldInfo field)
    {
        var name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
        return char.IsUpper(name[0]) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) : name;
    }
}
