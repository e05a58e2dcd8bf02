using System.Reflection;
using System.Runtime.CompilerServices;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>What of a type's values can be shown: public properties and fields; and whether it tells itself as a text.</summary>
sealed class TypeMembers
{
    const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>A cell's type stays no longer than its session because of being shown.</summary>
    static readonly ConditionalWeakTable<Type, TypeMembers> known = [];

    TypeMembers(Type type)
    {
        All = [.. Readable(type)];
        var text = type.GetMethod(nameof(ToString), Instance, Type.EmptyTypes);
        TellsItself = text is not null
            && text.DeclaringType != typeof(object) && text.DeclaringType != typeof(ValueType)
            // A record's own text would go on for ever where records are in a circle.
            && text.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            && !TypeName.IsAnonymous(type);
    }

    /// <summary>The members, those of base classes first.</summary>
    public IReadOnlyList<Member> All { get; }

    /// <summary>Whether somebody wrote a ToString for it.</summary>
    public bool TellsItself { get; }

    public static TypeMembers Of(Type type) => known.GetValue(type, static type => new TypeMembers(type));

    static IEnumerable<Member> Readable(Type type)
    {
        var generations = new Stack<Type>();
        for (var one = type; one is not null && one != typeof(object) && one != typeof(ValueType); one = one.BaseType)
            generations.Push(one);
        // What a derived class declares anew takes its base's place.
        var members = new OrderedDictionary<string, Member>();
        foreach (var member in generations.SelectMany(one => one.GetMembers(Instance | BindingFlags.DeclaredOnly).OrderBy(Token)))
        {
            if (member is FieldInfo { FieldType: var fieldType } field && CanBeShown(fieldType))
                members[field.Name] = Member.One(field.Name, field.GetValue);
            else if (member is PropertyInfo { PropertyType: var propertyType } property
                && property.GetGetMethod() is not null
                && property.GetIndexParameters().Length == 0
                && CanBeShown(propertyType))
                members[property.Name] = Member.One(property.Name, property.GetValue);
        }

        return members.Values;
    }

    static int Token(MemberInfo member) => member.MetadataToken;

    /// <summary>Spans live on the stack only, and pointers lead anywhere.</summary>
    static bool CanBeShown(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef && !type.IsFunctionPointer;
}
