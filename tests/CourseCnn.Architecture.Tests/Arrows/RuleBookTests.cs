using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>The rules themselves: none is about a room that is gone, and no room is without one.</summary>
public class RuleBookTests
{
    [Fact]
    public void Every_room_of_the_library_has_a_rule() => HasRules(HouseAssembly.Library, HouseRules.Library, levels: 1);

    [Fact]
    public void Every_room_of_the_figures_has_a_rule() => HasRules(HouseAssembly.Library, HouseRules.Figures, levels: 2, within: "Figures");

    [Fact]
    public void Every_room_of_the_session_has_a_rule() => HasRules(HouseAssembly.Session, HouseRules.Session, levels: 1);

    [Fact]
    public void Every_room_of_the_lab_has_a_rule() => HasRules(HouseAssembly.Lab, HouseRules.Lab, levels: 1);

    [Fact]
    public void A_rule_finds_who_breaks_it()
    {
        // Layers do look at modules; a rule that forbids it must say so, with the pair of types.
        var rule = new RoomRule("Layers", ["Tensors", "Compute"], "for the sake of this test");

        var failure = Assert.ThrowsAny<Exception>(() => rule.Hold(HouseAssembly.Library));

        Assert.Contains("only at Tensors, Compute: for the sake of this test", failure.Message);
        Assert.Contains("CourseCnn.Linear (Layers) -> CourseCnn.Module (Modules)", failure.Message);
    }

    static void HasRules(HouseAssembly assembly, RoomRule[] rules, int levels, string? within = null)
    {
        var rooms = assembly.Rooms
            .Where(room => room.Path != "Shared" && (within is null || room.IsWithin(new Room(within))))
            .Select(room => room.Outer(levels))
            .Distinct()
            .ToArray();

        var without = rooms.Where(room => !rules.Any(rule => rule.IsMine(room))).ToArray();
        Assert.True(without.Length == 0, $"{assembly.Name}: say in HouseRules what these may look at: {string.Join(", ", without)}");

        var names = rules.SelectMany(rule => rule.MayUse.Append(rule.Room)).Distinct();
        var gone = names.Where(name => !assembly.Rooms.Any(room => RoomRule.Has(name, room))).ToArray();
        Assert.True(gone.Length == 0, $"{assembly.Name}: HouseRules name rooms that are gone: {string.Join(", ", gone)}");
    }
}
