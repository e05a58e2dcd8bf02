using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Picture;

/// <summary>The arrows between an assembly's outermost rooms that a picture shows: those that do not follow from others.</summary>
sealed class RoomArrows
{
    readonly ILookup<Room, Room> all;

    public RoomArrows(IEnumerable<(Room From, Room To)> arrows) => all = arrows
        .Where(arrow => arrow.From != arrow.To)
        .Distinct()
        .ToLookup(arrow => arrow.From, arrow => arrow.To);

    public static RoomArrows Of(HouseAssembly house) => new(house.Dependencies
        .Select(each => (each.From.Outer(1), each.To.Outer(1)))
        .Where(arrow => arrow.Item2.Path != "Shared"));

    /// <summary>An arrow from A to C is left out where A looks at some B that looks, by whatever way, at C.</summary>
    public IEnumerable<(Room From, Room To)> Shown => all
        .SelectMany(room => room, (room, to) => (From: room.Key, To: to))
        .Where(arrow => !all[arrow.From].Any(between => between != arrow.To && Reaches(between, arrow.To)))
        .OrderBy(arrow => (arrow.From.Path, arrow.To.Path));

    /// <summary>Of some rooms, those that look at no other of them.</summary>
    public IEnumerable<Room> Lowest(IReadOnlyCollection<Room> rooms) =>
        rooms.Where(room => !rooms.Any(other => other != room && Reaches(room, other))).OrderBy(room => room.Path);

    bool Reaches(Room from, Room to) => Reaches(from, to, []);

    /// <summary>Rooms seen are not entered again: where rooms need each other, it is for another test to say so.</summary>
    bool Reaches(Room from, Room to, HashSet<Room> seen) =>
        all[from].Any(next => next == to || seen.Add(next) && Reaches(next, to, seen));
}
