namespace CourseCnn.Tests.Data;

/// <summary>Files that hold no picture, or one in a format that is not read.</summary>
public sealed class ForeignPictureTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("face.webp", "a WebP picture")]
    [InlineData("face.tif", "a TIFF picture")]
    [InlineData("face.ico", "an icon (ICO)")]
    [InlineData("face.ppm", "a netpbm picture (PBM, PGM or PPM)")]
    public void A_format_that_is_not_read_is_named(string name, string format) =>
        AssertForeign(File.ReadAllBytes(TestFiles.Picture("foreign/" + name)), format);

    [Theory]
    [InlineData("\0\0\0\u001cftypavif\0\0\0\0avifmif1", "an AVIF picture")]
    [InlineData("\0\0\0\u001cftypmif1\0\0\0\0mif1avif", "an AVIF picture")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "a HEIC picture, as phones take them,")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isommp41", "a film")]
    [InlineData("MM\0*\0\0\0\u0008", "a TIFF picture")]
    [InlineData("8BPS\0\u0001", "a Photoshop picture (PSD)")]
    [InlineData("\0\0\0\u000cJXL \r\n", "a JPEG XL picture")]
    [InlineData("\0\0\0\u000cjP  \r\n", "a JPEG 2000 picture")]
    [InlineData("%PDF-1.7\n", "a PDF document")]
    [InlineData("PK\u0003\u0004", "a ZIP archive")]
    [InlineData("<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing")]
    public void A_format_is_known_by_its_first_bytes(string bytes, string format) =>
        AssertForeign(System.Text.Encoding.Latin1.GetBytes(bytes), format);

    [Fact]
    public void A_web_page_in_place_of_a_picture_is_told()
    {
        var path = folder.Write("cat.jpg", "<!DOCTYPE html>\n<html><svg></svg></html>"u8);
        Assert.Equal(
            $"The file '{path}' is no picture, it holds a web page: download the picture itself, for instance with a right click on it.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        path = folder.Write("text.bmp", "BMW is a car maker, and this is a text of more than a header's length."u8);
        Assert.Contains("it holds text", Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }

    [Fact]
    public void Rare_kinds_of_photos_are_named()
    {
        var bytes = File.ReadAllBytes(TestFiles.Picture("face.jpg"));
        var at = Enumerable.Range(2, bytes.Length).First(i => bytes[i] == 0xFF && bytes[i + 1] == 0xC0);
        (bytes[at + 1], bytes[at + 4]) = (0xC1, 12);
        var path = folder.Write("deep.jpg", bytes);
        Assert.Equal(
            $"The picture '{path}' is a JPEG file of 12 bits, which is not read here: open it in a picture program and save it as PNG.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        (bytes[at + 1], bytes[at + 4]) = (0xC3, 8);
        path = folder.Write("lossless.jpg", bytes);
        Assert.Contains("a lossless or hierarchical JPEG file", Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        path = TestFiles.Picture("foreign/arithmetic.jpg");
        Assert.Contains("a JPEG file with arithmetic coding", Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }

    void AssertForeign(byte[] bytes, string format)
    {
        var path = folder.Write("picture.png", bytes);
        Assert.Equal(
            $"The file '{path}' is {format} and is not read here: "
            + "open it in a picture program or a browser and save it as PNG or JPEG; another name alone does not change it.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
    }
}
