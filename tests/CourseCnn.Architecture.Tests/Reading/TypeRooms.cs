using Mono.Cecil;

namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>
/// The rooms of an assembly's types and members, by the files that declare them. The members of a partial class may live in
/// different rooms: a method lives where its body stands, everything else where its class has its home.
/// </summary>
sealed class TypeRooms(SourceTree tree)
{
    readonly Dictionary<string, Room?> homes = [];

    public Room? Of(MethodDefinition method) => OfBody(method) ?? (IsCompilers(method.DeclaringType) ? null : Of(method.DeclaringType));

    /// <summary>The room in which a method's body stands; null where it has none, or the compiler has written it.</summary>
    public Room? OfBody(MethodDefinition? method) => method is null
        ? null
        : method.DebugInformation.SequencePoints is [var first, ..] ? tree.RoomOfFile(first.Document.Url) : OfBody(Moving(method));

    /// <summary>
    /// The room of the file that bears the type's name; where there is none, the folder that all its files have in common.
    /// </summary>
    public Room? Of(TypeDefinition type)
    {
        var outermost = Outermost(type);
        if (!homes.TryGetValue(outermost.FullName, out var room))
            homes[outermost.FullName] = room = tree.RoomOfName(NameOf(outermost)) ?? Common(AllMethods(outermost));
        return room;
    }

    /// <summary>Whether the compiler has made up a type, for lambdas, iterators and the like.</summary>
    public static bool IsCompilers(TypeDefinition type) => type.Name.Contains('<');

    public static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    public static string NameOf(TypeDefinition type) => type.Name.Split('`')[0];

    /// <summary>Where the compiler has put what an iterator or an async method does.</summary>
    static MethodDefinition? Moving(MethodDefinition method) => method.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
        .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods)
        .FirstOrDefault(each => each.Name == "MoveNext");

    Room? Common(IEnumerable<MethodDefinition> methods)
    {
        var rooms = methods.Select(OfBody).OfType<Room>().Distinct().ToArray();
        if (rooms.Length == 0)
            return null;
        var common = rooms[0].Path.Split('/');
        foreach (var room in rooms)
            common = [.. common.Zip(room.Path.Split('/')).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        return common.Length == 0 ? Room.Project : new Room(string.Join('/', common));
    }

    static IEnumerable<MethodDefinition> AllMethods(TypeDefinition type) => type.Methods.Concat(type.NestedTypes.SelectMany(AllMethods));
}
