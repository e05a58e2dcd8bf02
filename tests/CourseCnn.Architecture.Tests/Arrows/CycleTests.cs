using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>
/// No two rooms need each other, be it by a detour: one of them could not be read, changed or tested without the other. This holds
/// for the folders of a project and for those that lie side by side within a room.
/// </summary>
public class CycleTests
{
    // A layer and its form without parameters, in Functional, are two names for the same sums.
    static readonly Room layers = new("Layers");

    public static TheoryData<string> Assemblies => ["CourseCnn", "CourseCnn.Session", "CourseCnn.Lab"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_rooms_need_each_other(string assembly)
    {
        var house = HouseAssembly.Named(assembly);
        Hold(house, Arrows(house.Dependencies, levels: 1));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_rooms_within_a_room_need_each_other(string assembly)
    {
        var house = HouseAssembly.Named(assembly);
        var divided = house.Rooms.Where(room => room.Path.Contains('/')).Select(room => room.Outer(1)).Where(room => room != layers);
        foreach (var room in divided.Distinct())
            // A room's own files hold what its folders share, and may also put them together: they count as part of neither.
            Hold(house, Arrows(house.Dependencies.Where(each => IsInside(each.From, room) && IsInside(each.To, room)), levels: 2));
    }

    [Fact]
    public void A_detour_is_found()
    {
        Room a = new("a"), b = new("b"), c = new("c"), d = new("d");
        var arrows = new[] { (a, b), (b, c), (c, a), (d, a) }.ToLookup(arrow => arrow.Item1, arrow => arrow.Item2);

        Assert.Equal<Room[]>([a, b, c, a], Cycle(arrows)!);
        Assert.Null(Cycle(new[] { (a, b), (b, c), (a, c) }.ToLookup(arrow => arrow.Item1, arrow => arrow.Item2)));
    }

    static bool IsInside(Room room, Room outer) => room != outer && room.IsWithin(outer);

    static ILookup<Room, Room> Arrows(IEnumerable<Dependency> dependencies, int levels) => dependencies
        .Select(each => (From: each.From.Outer(levels), To: each.To.Outer(levels)))
        .Where(arrow => arrow.From != arrow.To)
        .Distinct()
        .OrderBy(arrow => (arrow.From.Path, arrow.To.Path))
        .ToLookup(arrow => arrow.From, arrow => arrow.To);

    static void Hold(HouseAssembly house, ILookup<Room, Room> arrows)
    {
        if (Cycle(arrows) is not { } cycle)
            return;
        var pairs = cycle.Zip(cycle.Skip(1)).SelectMany(step => house.Dependencies
            .Where(each => each.From.IsWithin(step.First) && each.To.IsWithin(step.Second))
            .Take(5));
        Assert.Fail($"{house.Name}: rooms need each other, so that none can be read alone: {string.Join(" -> ", cycle)}\n  "
            + string.Join("\n  ", pairs));
    }

    /// <summary>Some way from a room back to it; null where there is none.</summary>
    static Room[]? Cycle(ILookup<Room, Room> arrows)
    {
        var seen = new HashSet<Room>();
        return arrows.Select(arrow => Walk([arrow.Key])).FirstOrDefault(found => found is not null);

        Room[]? Walk(Room[] way)
        {
            var start = Array.IndexOf(way, way[^1]);
            if (start < way.Length - 1)
                return way[start..];
            return seen.Add(way[^1])
                ? arrows[way[^1]].Select(next => Walk([.. way, next])).FirstOrDefault(found => found is not null)
                : null;
        }
    }
}
