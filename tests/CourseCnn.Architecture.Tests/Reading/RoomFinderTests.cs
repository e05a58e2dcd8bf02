namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>What the rules rest on: that every type has a room, and that a known dependency is seen.</summary>
public class RoomFinderTests
{
    public static TheoryData<string> Assemblies => ["CourseCnn", "CourseCnn.Session", "CourseCnn.Lab"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_type_has_a_room(string assembly) => Assert.Empty(HouseAssembly.Named(assembly).Homeless());

    [Theory]
    [InlineData("CourseCnn.Conv2d", "Layers/Convolution")]
    [InlineData("CourseCnn.Tensor", "Tensors")]
    [InlineData("CourseCnn.ConvolutionMethod", "Compute/Convolution")]
    [InlineData("CourseCnn.Plots", ".")]
    public void A_types_room_is_the_folder_of_its_file(string type, string room) =>
        Assert.Equal(new Room(room), HouseAssembly.Library.RoomOf(type));

    [Fact]
    public void A_known_dependency_is_seen()
    {
        Assert.Contains(Between("CourseCnn.Linear", "Layers", "CourseCnn.Module", "Modules"), HouseAssembly.Library.Dependencies);
        Assert.DoesNotContain(
            HouseAssembly.Library.Dependencies, each => each.FromType == "CourseCnn.Module" && each.ToType == "CourseCnn.Linear");
    }

    [Fact]
    public void A_partial_class_counts_where_each_method_stands()
    {
        var plots = HouseAssembly.Library.Dependencies.Where(each => each.FromType == "CourseCnn.Plots").ToArray();

        // Tables are made beside the summary, animations among the figures: one class, two rooms.
        Assert.Contains(plots, each => each.From.Path.StartsWith("Summaries", StringComparison.Ordinal));
        Assert.Contains(Between("CourseCnn.Plots", "Figures/Plots", "CourseCnn.Figure", "Figures"), plots);
        Assert.DoesNotContain(plots, each => each.From == Room.Project);
    }

    [Fact]
    public void An_interface_without_code_has_the_room_of_its_file() =>
        Assert.Equal(new Room("Contract"), HouseAssembly.Session.RoomOf("CourseCnn.Session.Contract.ISession"));

    static Dependency Between(string fromType, string from, string toType, string to) =>
        new(fromType, new Room(from), toType, new Room(to));
}
