using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>One of the projects under lib/ as it was compiled: its rooms, and who needs whom across them.</summary>
sealed class HouseAssembly
{
    static readonly Dictionary<string, HouseAssembly> read = [];

    readonly AssemblyDefinition assembly;
    readonly TypeRooms rooms;

    HouseAssembly(string name)
    {
        Name = name;
        var symbols = new ReaderParameters { ReadSymbols = true, SymbolReaderProvider = new PortablePdbReaderProvider() };
        assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"), symbols);
        rooms = new TypeRooms(new SourceTree(name));
        Dependencies = [.. Types.SelectMany(DependenciesOf).Distinct()];
        Rooms = [.. Types.SelectMany(RoomsOf).Distinct()];
    }

    public static HouseAssembly Library => Named("CourseCnn");

    public static HouseAssembly Session => Named("CourseCnn.Session");

    public static HouseAssembly Lab => Named("CourseCnn.Lab");

    public static HouseAssembly Named(string name)
    {
        lock (read)
            return read.TryGetValue(name, out var known) ? known : read[name] = new HouseAssembly(name);
    }

    public string Name { get; }

    /// <summary>The folders that declare something.</summary>
    public IReadOnlyList<Room> Rooms { get; }

    /// <summary>Every pair of types, within this assembly, of which one needs the other from another room.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; }

    /// <summary>The outermost rooms that name a type of another assembly.</summary>
    public IEnumerable<Room> RoomsThatKnow(string other) => Types
        .SelectMany(type => type.Methods)
        .Where(method => TypeReferences.OfMethod(method).Any(needed => ScopeOf(needed) == other))
        .Select(rooms.Of)
        .OfType<Room>()
        .Select(room => room.Outer(1))
        .Distinct();

    public IEnumerable<string> References => assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);

    IEnumerable<TypeDefinition> Types => assembly.MainModule.GetTypes();

    /// <summary>Types written in the sources whose file could not be told: none, or the rules look past them.</summary>
    public IEnumerable<string> Homeless() => Types
        .Where(type => type.DeclaringType is null && rooms.Of(type) is null)
        .Select(type => type.FullName)
        .Where(name => !name.Contains('<') && !IsCompilers(name));

    public Room? RoomOf(string type) => rooms.Of(Types.Single(each => each.FullName == type));

    static bool IsCompilers(string name) => name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal);

    /// <summary>Where a type's methods stand; where it has none, its home.</summary>
    IEnumerable<Room> RoomsOf(TypeDefinition type)
    {
        var bodies = type.Methods.Select(rooms.OfBody).OfType<Room>().ToArray();
        return bodies.Length > 0 || TypeRooms.IsCompilers(type) || rooms.Of(type) is not { } home ? bodies : [home];
    }

    IEnumerable<Dependency> DependenciesOf(TypeDefinition type)
    {
        // What the compiler makes of lambdas and iterators is declared nowhere; the methods that use it count.
        var declared = TypeRooms.IsCompilers(type)
            ? []
            : TypeReferences.OfDeclaration(type).Select(needed => Between(type, rooms.Of(type), needed));
        var called = type.Methods.SelectMany(method =>
            TypeReferences.OfMethod(method).Select(needed => Between(type, rooms.Of(method), needed)));
        return declared.Concat(called).OfType<Dependency>();
    }

    Dependency? Between(TypeDefinition from, Room? fromRoom, MemberReference needed)
    {
        var method = needed is MethodReference call && IsOurs(call.DeclaringType) ? call.Resolve() : null;
        var type = method?.DeclaringType ?? (needed is TypeReference named && IsOurs(named) ? named.Resolve() : null);
        if (type is null)
            return null;
        var (outer, outerNeeded) = (TypeRooms.Outermost(from), TypeRooms.Outermost(type));
        // A partial class needs itself in another room only where a method there is called.
        var room = outer != outerNeeded ? method is null ? rooms.Of(type) : rooms.Of(method) : rooms.OfBody(method);
        return fromRoom is not { } source || room is not { } target || source == target
            ? null
            : new Dependency(outer.FullName, source, outerNeeded.FullName, target);
    }

    static string? ScopeOf(MemberReference needed) => (needed as TypeReference ?? needed.DeclaringType)?.GetElementType().Scope?.Name;

    bool IsOurs(TypeReference type) => type.GetElementType() is var element && element.Scope == assembly.MainModule;
}
