namespace CourseCnn.Tests.Data;

public class PictureReadTests
{
    static readonly Tensor Face = Picture.Read(TestFiles.Picture("face.png"));

    [Fact]
    public void The_portrait_is_a_colour_picture()
    {
        var portrait = Picture.Read(TestFiles.Img("portrait.png"));
        Assert.Equal((3, 512, 512), portrait.Shape);
        Assert.Equal("tensor([0.6039, 0.5765, 0.5922])", portrait[.., 0, 0].ToString());
        Assert.Equal(0, (float)portrait.Min());
        Assert.Equal(1, (float)portrait.Max());
    }

    [Fact]
    public void The_grey_portrait_is_what_the_library_makes_of_the_portrait()
    {
        var grey = Picture.Read(TestFiles.Img("portrait.png")).ToGrey().Crop(top: 4, left: 64, height: 290, width: 290).Resize(200, 200);
        var file = Picture.Read(TestFiles.Img("portrait-grey.png"));
        Assert.Equal((200, 200), file.Shape);
        using var folder = new TemporaryFolder();
        grey.WritePng(folder.File("grey.png"));
        Assert.True(Picture.Read(folder.File("grey.png")).Equal(file));
    }

    [Theory]
    [InlineData("face-interlaced.png", 0)]
    [InlineData("face.bmp", 0)]
    [InlineData("face.jpg", .05)]
    [InlineData("face-progressive.jpg", .05)]
    public void Every_format_gives_the_same_picture(string name, double tolerance)
    {
        var picture = Picture.Read(TestFiles.Picture(name));
        Assert.Equal((3, 36, 48), picture.Shape);
        Assert.True((float)(picture - Face).Abs().Mean() <= tolerance / 2, (picture - Face).Abs().Mean().ToString());
        Assert.True(
            (float)(picture.ToGrey() - Face.ToGrey()).Abs().Max() <= tolerance, (picture.ToGrey() - Face.ToGrey()).Abs().Max().ToString());
    }

    [Fact]
    public void A_file_without_colour_has_no_channels()
    {
        var grey = Picture.Read(TestFiles.Picture("face-grey.jpg"));
        Assert.Equal((36, 48), grey.Shape);
        Assert.True((float)(grey - Face.ToGrey()).Abs().Max() < .05);
    }

    [Fact]
    public void Colour_can_be_read_as_grey() => Assert.True(Picture.Read(TestFiles.Picture("face.png"), grey: true).Equal(Face.ToGrey()));

    [Fact]
    public void What_is_transparent_is_shown_on_white()
    {
        Assert.True((Picture.Read(TestFiles.Picture("grey-alpha.png")) * 255).AllClose(Tensor.Of([[0, 51, 255], [255, 244.8, 255]])));
        Assert.True(
            (Picture.Read(TestFiles.Picture("colour-alpha.png")) * 255).AllClose(Tensor.Of([[[255, 204]], [[0, 224.4]], [[0, 255]]])));
    }

    [Theory]
    [InlineData("palette.png")]
    [InlineData("palette.gif")]
    public void Palettes_become_colours(string name) =>
        Assert.True((Picture.Read(TestFiles.Picture(name)) * 255).AllClose(Tensor.Of([[[255, 0]], [[0, 102]], [[0, 255]]])));

    [Fact]
    public void Of_16_bits_the_upper_8_count() =>
        Assert.True((Picture.Read(TestFiles.Picture("grey-16-bit.png")) * 255).AllClose(Tensor.Of([[0, 1, 128], [255, 255, 1]])));

    [Fact]
    public void A_relative_path_starts_at_the_current_directory()
    {
        var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), TestFiles.Picture("face.png"));
        Assert.False(Path.IsPathRooted(path));
        Assert.True(Picture.Read(path).Equal(Face));
    }
}
