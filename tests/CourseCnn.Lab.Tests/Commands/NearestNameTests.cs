using CourseCnn.Lab.Commands;

namespace CourseCnn.Lab.Tests.Commands;

public class NearestNameTests
{
    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("RUN", "run")]
    [InlineData("note", "notebooks")]
    [InlineData("notebok", "notebooks")]
    [InlineData("--timout", "--timeout")]
    [InlineData("--allow-error", "--allow-errors")]
    [InlineData("zebra", null)]
    [InlineData("x", null)]
    public void The_name_that_was_probably_meant_is_found(string given, string? expected) =>
        Assert.Equal(expected, NearestName.Of(given, ["run", "notebooks", "notes-on-cats", "--timeout", "--allow-errors"]));

    [Fact]
    public void Among_no_names_none_is_near() => Assert.Null(NearestName.Of("run", []));
}
