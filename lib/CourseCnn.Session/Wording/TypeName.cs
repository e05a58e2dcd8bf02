using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CourseCnn.Session.Wording;

/// <summary>What a learner calls a type: as it is written in C#, without the class that the compiler makes of a cell.</summary>
static class TypeName
{
    /// <summary>The class that the compiler makes of each cell; the same for all, so that no text tells how many ran before.</summary>
    public const string CellClass = "Submission#0";

    const string WithinCell = CellClass + "+";

    static readonly ConcurrentDictionary<Type, string> known = new(new Dictionary<Type, string>
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    });

    /// <summary>The type's name.</summary>
    public static string Of(Type type) => known.TryGetValue(type, out var name) ? name : known.GetOrAdd(type, Make(type));

    /// <summary>A text in which types of cells are called as their learner called them.</summary>
    public static string Clean(string text) =>
        text.Contains(WithinCell, StringComparison.Ordinal) ? text.Replace(WithinCell, "", StringComparison.Ordinal) : text;

    /// <summary>Whether the type is one of <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    static string Make(Type type)
    {
        if (type.IsArray)
            return ArrayOf(type);
        if (type.IsPointer || type.IsByRef)
            return Of(type.GetElementType()!) + (type.IsPointer ? "*" : "&");
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } bare)
            return Of(bare) + "?";
        if (IsAnonymous(type))
            return $"new {{ {string.Join(", ", type.GetProperties().Select(property => property.Name))} }}";
        if (type.IsAssignableTo(typeof(ITuple)) && type is { IsValueType: true, IsGenericType: true, IsGenericTypeDefinition: false })
            return $"({string.Join(", ", type.GetGenericArguments().Select(Of))})";
        return Named(type);
    }

    /// <summary>Outer brackets come first, as in C#: <c>int[,][]</c> has two dimensions of lists.</summary>
    static string ArrayOf(Type type)
    {
        var brackets = "";
        for (; type.IsArray; type = type.GetElementType()!)
            brackets += $"[{new string(',', type.GetArrayRank() - 1)}]";
        return Of(type) + brackets;
    }

    static string Named(Type type)
    {
        // A nested type has its outer types' arguments, too: they belong to those.
        var arguments = type.GetGenericArguments();
        var names = new Stack<string>();
        for (var outer = type; outer is not null && outer.Name != CellClass; outer = outer.DeclaringType)
        {
            var before = outer.DeclaringType?.GetGenericArguments().Length ?? 0;
            var own = arguments.Take(outer.GetGenericArguments().Length).Skip(before).Select(Of).ToList();
            var tick = outer.Name.IndexOf('`', StringComparison.Ordinal);
            names.Push((tick < 0 ? outer.Name : outer.Name[..tick]) + (own.Count > 0 ? $"<{string.Join(", ", own)}>" : ""));
        }

        return string.Join('.', names);
    }
}
