using CourseCnn.Shared;

namespace CourseCnn.Session.Tests.Shared;

public class NearestNameTests
{
    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("RUN", "run")]
    [InlineData("note", "notebooks")]
    [InlineData("notebok", "notebooks")]
    [InlineData("--timout", "--timeout")]
    [InlineData("--allow-error", "--allow-errors")]
    [InlineData("cat.png", null)]
    [InlineData("zebra", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_name_that_was_probably_meant_is_found(string given, string? expected) =>
        Assert.Equal(
            expected, NearestName.Of(given, ["run", "notebooks", "notes-on-cats", "--timeout", "--allow-errors", "dog.png"]));

    [Fact]
    public void Among_no_names_none_is_near() => Assert.Null(NearestName.Of("run", []));

    [Fact]
    public void Of_names_equally_near_the_first_in_order_is_taken()
    {
        Assert.Equal("cat", NearestName.Of("bat", ["hat", "cat"]));
        Assert.Equal("Portrait.PNG", NearestName.Of("portrait.png", ["portrai.png", "Portrait.PNG"]));
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("kitten", "", 6)]
    [InlineData("", "", 0)]
    [InlineData("Kitten", "kITTEN", 0)]
    public void The_distance_is_the_fewest_changes(string a, string b, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(a, b));
        Assert.Equal(expected, NearestName.Distance(b, a));
    }
}
