using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CourseCnn.Modules;

/// <summary>
/// Finds what a module holds by looking at its fields, in order of declaration, those of the classes it derives from first. An
/// automatic property is stored in a field, so properties are found too, and each only once.
/// </summary>
static class ModuleMembers
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<FieldInfo>> FieldsOfTypes = new();

    /// <summary>The modules among the fields; a list, an array or a dictionary of modules counts as a <see cref="ModuleList"/>.</summary>
    public static IEnumerable<(string Name, Module Module)> Children(Module module) =>
        from field in FieldsOf(module.GetType())
        let child = AsModule(field, field.GetValue(module))
        where child is not null
        select (NameOf(field), child);

    /// <summary>The parameters among the fields, and those in lists, arrays and dictionaries: <c>scales.0</c>.</summary>
    public static IEnumerable<(string Name, Parameter Parameter)> Parameters(Module module) =>
        from field in FieldsOf(module.GetType())
        from found in ParametersIn(NameOf(field), field.GetValue(module))
        select found;

    /// <summary>The tensors among the fields that are marked as buffers, and whether a file holds whole numbers for them.</summary>
    public static IEnumerable<(string Name, Tensor Tensor, bool IsWholeNumber)> Buffers(Module module) =>
        from field in FieldsOf(module.GetType())
        let buffer = field.GetCustomAttribute<BufferAttribute>()
        where buffer is not null
        let tensor = field.GetValue(module) as Tensor
        where tensor is not null
        select (NameOf(field), tensor, buffer.IsWholeNumber);

    /// <summary>Modules that are called by their number.</summary>
    public static IEnumerable<(string Name, Module Module)> Numbered(IEnumerable<Module> modules) =>
        modules.Select((module, i) => (Number(i), module));

    static Module? AsModule(FieldInfo field, object? value) => value switch
    {
        Module module => module,
        null or string or Tensor => null,
        IDictionary dictionary => AsList(Entries(dictionary).Select(entry => (entry.Name, AsModule(field, entry.Value)))),
        _ when Items(value) is { } items => AsList(items.Select((item, i) => (Number(i), AsModule(field, item)))),
        IEnumerable<Module> or IEnumerable<Parameter> => throw new InvalidOperationException(
            $"{field.DeclaringType!.Name}.{NameOf(field)} makes what it holds anew each time it is looked at: "
            + "write .ToArray() behind it, so that the weights last."),
        _ => null,
    };

    static ModuleList? AsList(IEnumerable<(string Name, Module? Module)> items)
    {
        var modules = items.Where(item => item.Module is not null).Select(item => (item.Name, item.Module!)).ToList();
        return modules.Count == 0 ? null : new ModuleList(modules);
    }

    static IEnumerable<(string Name, Parameter Parameter)> ParametersIn(string name, object? value) => value switch
    {
        Parameter parameter => [(name, parameter)],
        null or string or Tensor or Module => [],
        IDictionary dictionary => Entries(dictionary).SelectMany(entry => ParametersIn($"{name}.{entry.Name}", entry.Value)),
        _ => Items(value)?.SelectMany((item, i) => ParametersIn($"{name}.{Number(i)}", item)) ?? [],
    };

    /// <summary>What a list, an array, a set or a tuple holds; null for anything else, and for collections of mere numbers.</summary>
    static IEnumerable<object?>? Items(object value) => value switch
    {
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
        Array array when array.GetType().GetElementType()!.IsPrimitive => null,
        IReadOnlyCollection<object?> items => items,
        ICollection items when !items.GetType().GenericTypeArguments.Any(type => type.IsPrimitive) => items.Cast<object?>(),
        _ => null,
    };

    static IEnumerable<(string Name, object? Value)> Entries(IDictionary dictionary) =>
        dictionary.Keys.Cast<object>().Select(key => (FormattableString.Invariant($"{key}"), dictionary[key]));

    static string Number(int i) => FormattableString.Invariant($"{i}");

    static IReadOnlyList<FieldInfo> FieldsOf(Type type) => FieldsOfTypes.GetOrAdd(type, static type =>
    {
        var fields = new List<FieldInfo>();
        for (var declaring = type; declaring != typeof(Module) && declaring is not null; declaring = declaring.BaseType)
        {
            // A Sequential names the modules of its list itself.
            if (declaring == typeof(Sequential))
                continue;
            fields.InsertRange(0, declaring
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => field.FieldType is { IsPrimitive: false, IsEnum: false })
                .OrderBy(field => field.MetadataToken));
        }

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
