using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>Rooms look at each other one way: lib's folders keep what <see cref="HouseRules"/> say.</summary>
public class ArrowTests
{
    public static TheoryData<string> LibraryRooms => RoomsOf(HouseRules.Library);

    public static TheoryData<string> FigureRooms => RoomsOf(HouseRules.Figures);

    public static TheoryData<string> SessionRooms => RoomsOf(HouseRules.Session);

    public static TheoryData<string> LabRooms => RoomsOf(HouseRules.Lab);

    [Theory]
    [MemberData(nameof(LibraryRooms))]
    public void The_librarys_rooms_look_one_way(string room) => Hold(HouseRules.Library, room, HouseAssembly.Library);

    [Theory]
    [MemberData(nameof(FigureRooms))]
    public void The_figures_rooms_look_one_way(string room)
    {
        // What figures as a whole may look at, each of their rooms may.
        var whole = HouseRules.Library.Single(rule => rule.Room == "Figures");
        var rule = HouseRules.Figures.Single(rule => rule.Room == room);
        Room[] own = [.. HouseAssembly.Library.Rooms.Where(each => each.IsWithin(new Room("Figures")))];
        Assert.Contains(own, rule.IsMine);
        (rule with { MayUse = [.. rule.MayUse, .. whole.MayUse] }).Hold(HouseAssembly.Library);
    }

    [Theory]
    [MemberData(nameof(SessionRooms))]
    public void The_sessions_rooms_look_one_way(string room) => Hold(HouseRules.Session, room, HouseAssembly.Session);

    [Theory]
    [MemberData(nameof(LabRooms))]
    public void The_labs_rooms_look_one_way(string room) => Hold(HouseRules.Lab, room, HouseAssembly.Lab);

    static TheoryData<string> RoomsOf(RoomRule[] rules) => [.. rules.Select(rule => rule.Room)];

    static void Hold(RoomRule[] rules, string room, HouseAssembly assembly) => rules.Single(rule => rule.Room == room).Hold(assembly);
}
