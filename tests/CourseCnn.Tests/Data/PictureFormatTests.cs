namespace CourseCnn.Tests.Data;

/// <summary>Rare kinds of picture files, against what ImageMagick reads in them.</summary>
public class PictureFormatTests
{
    const string Expected = ".expected.png";

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(TestFiles.Picture(""), "*" + Expected, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestFiles.Picture(""), file)[..^Expected.Length])
            .Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Files))]
    public void A_file_shows_what_ImageMagick_shows(string name)
    {
        var picture = Picture.Read(TestFiles.Picture(name));
        var expected = Picture.Read(TestFiles.Picture(name + Expected));
        var height = expected.Shape[1];
        Assert.Equal((height, expected.Shape[2]), (picture.Shape[^2], picture.Shape[^1]));
        var off = (float)((picture - expected) * 255).Abs().Max();
        // JPEG's arithmetic differs a little from one decoder to the next; ImageMagick rounds 16 bits where here the upper 8 count.
        var isRounded = name.Contains("16-bit-alpha", StringComparison.Ordinal);
        Assert.InRange(off, 0, name.EndsWith(".jpg", StringComparison.Ordinal) ? 3.01 : isRounded ? 2.01 : 1.01);
    }

    [Fact]
    public void All_files_are_compared() => Assert.Equal(52, Files.Count());

    [Theory]
    [InlineData("little")]
    [InlineData("big")]
    public void A_photo_is_turned_as_the_camera_was_held(string order)
    {
        var upright = Picture.Read(TestFiles.Picture("orientation/upright.png"));
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var photo = Picture.Read(TestFiles.Picture($"orientation/{orientation}-{order}.jpg"));
            Assert.Equal((3, 48, 80), photo.Shape);
            Assert.InRange((float)(photo - upright).Abs().Mean(), 0, .02);
        }
    }

    [Fact]
    public void A_photo_on_its_side_is_higher_than_wide()
    {
        var photo = Picture.Read(TestFiles.Picture("cases/turned.jpg"));
        Assert.Equal((60, 40), (photo.Shape[^2], photo.Shape[^1]));
    }

    [Fact]
    public void Runs_are_written_out()
    {
        var picture = Picture.Read(TestFiles.Picture("cases/rle8.bmp")) * 255;
        Assert.True(picture.AllClose(Tensor.Of(
        [
            [[60, 60, 90, 90], [30, 30, 30, 30]],
            [[140, 140, 210, 210], [70, 70, 70, 70]],
            [[64, 64, 224, 224], [160, 160, 160, 160]],
        ])));
    }

    [Theory]
    [InlineData("zeros.bmp")]
    [InlineData("leftovers.bmp")]
    public void The_spare_byte_of_a_pixel_means_nothing(string name)
    {
        var picture = Picture.Read(TestFiles.Picture("cases/spare-byte-" + name)) * 255;
        Assert.True(picture.AllClose(Tensor.Stack([Tensor.Full((4, 4), 200), Tensor.Zeros((4, 4)), Tensor.Zeros((4, 4))])));
    }

    [Fact]
    public void Of_an_animation_the_first_picture_is_read()
    {
        var first = Picture.Read(TestFiles.Picture("gif/animated.gif" + Expected));
        Assert.True(Picture.Read(TestFiles.Picture("gif/animated.gif")).Equal(first));
    }
}
