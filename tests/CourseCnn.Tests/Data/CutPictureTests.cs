namespace CourseCnn.Tests.Data;

/// <summary>Files that end before their picture does.</summary>
public sealed class CutPictureTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("face.png")]
    [InlineData("face-interlaced.png")]
    [InlineData("face.bmp")]
    [InlineData("bmp/runs-8.bmp")]
    [InlineData("bmp/runs-4.bmp")]
    [InlineData("bmp/565.bmp")]
    [InlineData("gif/interlaced.gif", 8)]
    public void A_file_that_is_cut_off_anywhere_is_an_error(string name, int spare = 1)
    {
        var whole = File.ReadAllBytes(TestFiles.Picture(name));
        // A GIF's pixels are whole without the mark of the end and that of the end of pixels, runs without their end.
        spare = name.Contains("runs", StringComparison.Ordinal) ? 5 : spare;
        foreach (var length in Lengths(whole.Length).Append(whole.Length - spare))
        {
            var path = folder.Write("cut", whole.AsSpan(0, length));
            var error = Assert.Throws<InvalidDataException>(() => Picture.Read(path));
            Assert.Contains(path, error.Message);
            if (length > 18)
                Assert.Equal(
                    $"The picture '{path}' is cut off: the file ends before the picture does; copy or download it again.", error.Message);
        }
    }

    [Theory]
    [InlineData("face.jpg", 28)]
    [InlineData("face-grey.jpg", 28)]
    [InlineData("jpeg/quartered.jpg", 16)]
    [InlineData("jpeg/restart.jpg", 16)]
    [InlineData("jpeg/cmyk.jpg", 24)]
    public void A_photo_that_lacks_a_few_bytes_shows_all_that_is_there(string name, int rowsThere)
    {
        var (bytes, whole) = (File.ReadAllBytes(TestFiles.Picture(name)), Picture.Read(TestFiles.Picture(name)));
        var last = whole;
        foreach (var missing in new[] { 1, 2, 3, 6, 12 })
        {
            last = Picture.Read(folder.Write("cut.jpg", bytes.AsSpan(0, bytes.Length - missing)));
            Assert.Equal(whole.Shape, last.Shape);
            Assert.True(last[TensorIndex.Ellipsis, ..rowsThere, ..].Equal(whole[TensorIndex.Ellipsis, ..rowsThere, ..]));
            if (missing <= 2)
                Assert.True(last.Equal(whole));
        }

        Assert.False(last.Equal(whole));
    }

    [Theory]
    [InlineData("face.jpg")]
    [InlineData("face-grey.jpg")]
    public void What_is_missing_of_the_last_rows_is_grey(string name)
    {
        var bytes = File.ReadAllBytes(TestFiles.Picture(name));
        Tensor? last = null;
        try
        {
            for (var missing = 1; ; missing++)
                last = Picture.Read(folder.Write("cut.jpg", bytes.AsSpan(0, bytes.Length - missing)));
        }
        catch (InvalidDataException)
        {
            Assert.NotNull(last);
            Assert.InRange((float)(last[TensorIndex.Ellipsis, ^2.., ^4..] - .5).Abs().Max(), 0, .01);
        }
    }

    [Fact]
    public void A_progressive_photo_that_lacks_its_last_polish_is_shown()
    {
        var file = TestFiles.Picture("face-progressive.jpg");
        var (bytes, whole) = (File.ReadAllBytes(file), Picture.Read(file));
        for (var missing = 1; missing < 300; missing += 7)
        {
            var cut = Picture.Read(folder.Write("cut.jpg", bytes.AsSpan(0, bytes.Length - missing)));
            Assert.InRange((float)(cut - whole).Abs().Mean(), 0, .02);
        }
    }

    [Theory]
    [InlineData("face.jpg")]
    [InlineData("face-progressive.jpg")]
    [InlineData("jpeg/restart.jpg")]
    [InlineData("jpeg/rgb-progressive.jpg")]
    [InlineData("orientation/6-big.jpg")]
    public void Of_a_photo_that_is_cut_off_early_nothing_is_made_up(string name)
    {
        var (bytes, whole) = (File.ReadAllBytes(TestFiles.Picture(name)), Picture.Read(TestFiles.Picture(name)));
        foreach (var length in Lengths(bytes.Length))
        {
            var path = folder.Write("cut.jpg", bytes.AsSpan(0, length));
            try
            {
                var cut = Picture.Read(path);
                Assert.Equal(whole.Shape, cut.Shape);
                Assert.InRange((float)(cut - whole).Abs().Mean(), 0, .2);
            }
            catch (InvalidDataException error)
            {
                Assert.Contains(path, error.Message);
                if (length > 3)
                    Assert.StartsWith($"The picture '{path}' is cut off: ", error.Message);
            }
        }
    }

    [Fact]
    public void How_much_of_a_photo_is_there_is_told()
    {
        var bytes = File.ReadAllBytes(TestFiles.Picture("face.jpg"));
        var path = folder.Write("cut.jpg", bytes.AsSpan(0, bytes.Length - 700));
        Assert.Equal(
            $"The picture '{path}' is cut off: only the upper 16 of its 36 rows are there; copy or download it again.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }

    /// <summary>Each of the first lengths, and some up to the whole.</summary>
    static IEnumerable<int> Lengths(int whole) => Enumerable.Range(0, 60).Concat(Enumerable.Range(1, 30).Select(i => i * whole / 31));
}
