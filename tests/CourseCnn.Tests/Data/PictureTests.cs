using CsCheck;

namespace CourseCnn.Tests.Data;

public class PictureTests
{
    [Fact]
    public void Grey_weighs_red_green_and_blue()
    {
        var colours = Tensor.Of([[[1, 0, 0, 1, .5]], [[0, 1, 0, 1, .5]], [[0, 0, 1, 1, .5]]]);
        Assert.True(colours.ToGrey().Equal(Tensor.Of([[.299, .587, .114, 1, .5]])));
        Assert.True(Tensor.Ones((1, 2, 3)).ToGrey().Equal(Tensor.Ones((2, 3))));
        Assert.True(Tensor.Ones((2, 3)).ToGrey().Equal(Tensor.Ones((2, 3))));
        var error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((4, 2, 2)).ToGrey());
        Assert.Equal("ToGrey needs a picture of shape (height, width) or (3, height, width), but got shape (4, 2, 2).", error.Message);
    }

    [Fact]
    public void Crop_cuts_a_part()
    {
        var picture = Tensor.Arange(24).Reshape(2, 3, 4);
        Assert.True(picture.Crop(top: 1, left: 2, height: 2, width: 1).Equal(Tensor.Of([[[6], [10]], [[18], [22]]])));
        Assert.True(picture.Crop(0, 0, 3, 4).Equal(picture));
    }

    [Theory]
    [InlineData(0, 0, 4, 1)]
    [InlineData(0, 4, 1, 1)]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(1, 1, int.MaxValue, 1)]
    public void Crop_beyond_the_picture_names_its_size(int top, int left, int height, int width)
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((3, 4)).Crop(top, left, height, width));
        Assert.Equal(
            $"Crop(top: {top}, left: {left}, height: {height}, width: {width}) does not lie inside a picture of height 3 and width 4.",
            error.Message);
    }

    [Fact]
    public void Shrinking_averages_areas()
    {
        var picture = Tensor.Of([[0, 1, 2, 3], [4, 5, 6, 7]]);
        Assert.True(picture.Resize(1, 2).Equal(Tensor.Of([[2.5, 4.5]])));
        // 4 pixels to 3: each new one covers 1 1/3 old ones.
        Assert.True(Tensor.Of([[0, 3, 6, 9]]).Resize(1, 3).AllClose(Tensor.Of([[.75, 4.5, 8.25]])));
    }

    [Fact]
    public void Growing_interpolates()
    {
        Assert.True(Tensor.Of([[0, 4]]).Resize(1, 4).Equal(Tensor.Of([[0, 1, 3, 4]])));
        Assert.True(Tensor.Of([[7]]).Resize(2, 3).Equal(Tensor.Full((2, 3), 7)));
        Assert.True(Tensor.Of([[0, 4], [2, 6]]).Resize(4, 1).Equal(Tensor.Of([[2], [2.5], [3.5], [4]])));
    }

    [Fact]
    public void Resize_keeps_what_stands_in_front()
    {
        Assert.Equal((8, 3, 2, 5), Tensor.Zeros((8, 3, 4, 4)).Resize(2, 5).Shape);
        var error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((3, 4)).Resize(0, 5));
        Assert.Equal(
            "Resize(height: 0, width: 5) of a picture of height 3 and width 4 is impossible: all sizes must be 1 or more.", error.Message);
        Assert.Throws<ArgumentException>(() => Tensor.Zeros((0, 4)).Resize(1, 5));
        Assert.Throws<ArgumentException>(() => Tensor.Zeros(4).Resize(1, 5));
    }

    [Fact]
    public void Resize_keeps_constant_pictures_and_the_range_of_numbers() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[0, 255]).Sample(
            (rows, columns, newRows, newColumns, grey) =>
        {
            var constant = Tensor.Full((rows, columns), grey / 255.0);
            Assert.True(constant.Resize(newRows, newColumns).AllClose(Tensor.Full((newRows, newColumns), grey / 255.0), rtol: 1e-7));

            var waves = (Tensor.Arange(rows * columns) * 1.7).Sin().Reshape(rows, columns);
            Assert.True(waves.Resize(rows, columns).Equal(waves));
            var resized = waves.Resize(newRows, newColumns);
            Assert.True((float)resized.Max() <= (float)waves.Max() + 1e-6f && (float)resized.Min() >= (float)waves.Min() - 1e-6f);
            if (newRows <= rows && newColumns <= columns)
                Assert.True(resized.Mean().AllClose(waves.Mean(), atol: 1e-6));
            Assert.True(waves.Flip(0, 1).Resize(newRows, newColumns).AllClose(resized.Flip(0, 1), rtol: 0, atol: 1e-6));
        });

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.OneOf(Gen.Const(1), Gen.Const(3))).SelectMany(size =>
            Gen.Int[-20, 275].Array[size.Item1 * size.Item2 * size.Item3].Select(bytes => (size, bytes))).Sample(
            (size, bytes) =>
            {
                var picture = Tensor.FromArray(bytes).Reshape(size.Item3, size.Item1, size.Item2) / 255;
                using var folder = new TemporaryFolder();
                picture.WritePng(folder.File("a.png"));
                Assert.Equal(["a.png"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
                var again = Picture.Read(folder.File("a.png"));
                Assert.Equal(size.Item3 == 1 ? 2 : 3, again.Rank);
                Assert.True(again.Equal(size.Item3 == 1 ? picture.Clamp(0, 1)[0] : picture.Clamp(0, 1)));
            },
            iter: 30);

    [Fact]
    public void A_picture_replaces_the_one_before()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.png");
        Tensor.Zeros((2, 2)).WritePng(path);
        Tensor.Ones((3, 3)).WritePng(path);
        Assert.True(Picture.Read(path).Equal(Tensor.Ones((3, 3))));
    }
}
