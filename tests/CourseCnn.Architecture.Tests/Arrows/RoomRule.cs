using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>
/// Which rooms of its assembly a room may look at, besides itself and <c>lib/Shared</c>, and why no others. <c>Figures/.</c> are the files
/// of a folder without those of the folders in it.
/// </summary>
sealed record RoomRule(string Room, string[] MayUse, string Why)
{
    public IEnumerable<Dependency> Offenders(HouseAssembly assembly)
    {
        string[] allowed = [Room, "Shared", .. MayUse];
        return assembly.Dependencies.Where(each => IsMine(each.From) && !allowed.Any(name => Has(name, each.To)));
    }

    /// <summary>Whether a folder falls under this rule.</summary>
    public bool IsMine(Room folder) => Has(Room, folder);

    /// <summary>Whether a name in a rule means a folder.</summary>
    public static bool Has(string name, Room folder) =>
        name.EndsWith("/.", StringComparison.Ordinal) ? folder.Path == name[..^2] : folder.IsWithin(new Room(name));

    public void Hold(HouseAssembly assembly)
    {
        var offenders = Offenders(assembly).Select(each => each.ToString()).ToArray();
        var allowed = MayUse.Length == 0 ? "at no other room" : "only at " + string.Join(", ", MayUse);
        Assert.True(offenders.Length == 0,
            $"{assembly.Name}: {Room} may look {allowed}: {Why}. Yet\n  {string.Join("\n  ", offenders)}");
    }
}
