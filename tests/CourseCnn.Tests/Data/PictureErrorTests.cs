namespace CourseCnn.Tests.Data;

public sealed class PictureErrorTests : IDisposable
{
    static readonly byte[] Png = File.ReadAllBytes(TestFiles.Picture("face.png"));
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_names_the_nearest_one()
    {
        folder.Write("portrait.png", Png);
        folder.Write("kernel.png", Png);
        var path = folder.File("potrait.png");
        Assert.Equal(
            $"There is no picture '{path}' in '{folder.Path}'; did you mean 'portrait.png'?",
            Assert.Throws<FileNotFoundException>(() => Picture.Read(path)).Message);
        path = folder.File("something-else.jpeg");
        Assert.Equal(
            $"There is no picture '{path}' in '{folder.Path}'.", Assert.Throws<FileNotFoundException>(() => Picture.Read(path)).Message);
        path = folder.File("nowhere/a.png");
        Assert.Equal(
            $"There is no picture '{path}': its folder '{folder.File("nowhere")}' does not exist.",
            Assert.Throws<FileNotFoundException>(() => Picture.Read(path)).Message);
    }

    [Fact]
    public void A_folder_is_no_picture()
    {
        Assert.StartsWith(
            $"'{folder.Path}' is a folder: name a picture in it",
            Assert.Throws<ArgumentException>(() => Picture.Read(folder.Path)).Message);
        Assert.StartsWith(
            $"'{folder.Path}' is a folder: name a file in it",
            Assert.Throws<ArgumentException>(() => Tensor.Ones((2, 2)).WritePng(folder.Path)).Message);
        Assert.Throws<ArgumentException>(() => Picture.Read(""));
    }

    [Fact]
    public void An_empty_file_a_text_and_noise_are_no_pictures()
    {
        var path = folder.Write("empty.png", []);
        Assert.Equal(
            $"The file '{path}' is empty: there is no picture in it.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        path = folder.Write("text.png", "Not a picture, but a note with an ä."u8);
        Assert.Equal(
            $"The file '{path}' is no picture, it holds text: a PNG, JPEG, BMP or GIF file is needed.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        path = folder.Write("noise.png", [7, 0, 200, 1, 2, 3, 255, 254, 9, 0, 0]);
        Assert.Equal(
            $"The file '{path}' is no picture that can be read: a PNG, JPEG, BMP or GIF file is needed.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }

    [Fact]
    public void A_damaged_png_is_an_error()
    {
        var damaged = Png.ToArray();
        damaged[damaged.Length / 2] ^= 1;
        var path = folder.Write("damaged.png", damaged);
        Assert.Equal(
            $"The picture '{path}' is damaged and cannot be read; copy or download it again.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }

    [Fact]
    public void A_picture_that_cannot_be_written_leaves_the_file_as_it_was()
    {
        var path = folder.Write("picture.png", Png);
        var error = Assert.Throws<ArgumentException>(() => Tensor.Full((2, 2), double.NaN).WritePng(path));
        Assert.Equal("A picture of shape (2, 2) cannot be written: it holds NaN, which is no brightness.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((8, 1, 28, 28)).WritePng(path));
        Assert.Equal(
            "WritePng needs a picture of shape (height, width) or (3, height, width), but got shape (8, 1, 28, 28).", error.Message);
        Assert.Throws<ArgumentException>(() => Tensor.Zeros((0, 5)).WritePng(path));
        Assert.Throws<DirectoryNotFoundException>(() => Tensor.Zeros((5, 5)).WritePng(folder.File("nowhere/a.png")));
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Equal(
            $"The picture '{path}' cannot be written: the file is read-only.",
            Assert.Throws<IOException>(() => Tensor.Zeros((5, 5)).WritePng(path)).Message);
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(Png, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
