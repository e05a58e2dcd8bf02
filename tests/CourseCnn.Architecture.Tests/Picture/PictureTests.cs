using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Picture;

/// <summary>The picture in docs/ shows the code as it is. <c>COURSECNN_APPROVE=1</c> has the tests write it anew.</summary>
public class PictureTests
{
    const string File = "docs/architecture.svg";

    [Fact]
    public void The_picture_shows_the_code()
    {
        var (path, drawn) = (Repository.PathOf(File), HousePicture.Draw());
        if (Environment.GetEnvironmentVariable("COURSECNN_APPROVE") == "1")
            System.IO.File.WriteAllText(path, drawn);

        Assert.True(drawn == System.IO.File.ReadAllText(path).ReplaceLineEndings("\n"),
            $"{File} no longer shows the code's rooms and arrows. Run the architecture tests with COURSECNN_APPROVE=1, "
            + "and look at what changed.");
    }

    [Fact]
    public void Every_room_has_a_place_in_the_picture() => Assert.All(Plan.All, plan => Assert.Equal(
        plan.House.Rooms.Select(room => room.Outer(1).Path).Distinct().Where(name => name != "Shared").Order(),
        plan.Places.Select(place => place.Room).Order()));

    [Fact]
    public void Arrows_point_down() => Assert.All(Plan.All, plan => Assert.All(
        RoomArrows.Of(plan.House).Shown,
        arrow => Assert.True(
            plan.BoxOf(arrow.From).Bottom < plan.BoxOf(arrow.To).Y, $"{arrow.From} -> {arrow.To} points up: move it in Plan.")));

    [Fact]
    public void What_follows_from_other_arrows_is_left_out()
    {
        Room a = new("a"), b = new("b"), c = new("c"), d = new("d");

        var shown = new RoomArrows([(a, b), (b, c), (c, d), (a, d), (b, b)]).Shown;

        Assert.Equal([(a, b), (b, c), (c, d)], shown);
    }
}
