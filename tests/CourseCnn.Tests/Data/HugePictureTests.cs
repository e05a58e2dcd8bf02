using System.Buffers.Binary;
using System.IO.Hashing;

namespace CourseCnn.Tests.Data;

/// <summary>Files that ask for more memory than a picture needs.</summary>
public sealed class HugePictureTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("face.png", 16, true, 4)]
    [InlineData("face.jpg", 0, true, 2)]
    [InlineData("face-progressive.jpg", 0, true, 2)]
    [InlineData("face.bmp", 18, false, 4)]
    [InlineData("bmp/runs-8.bmp", 18, false, 4)]
    [InlineData("palette.gif", 6, false, 2)]
    public void A_picture_that_claims_to_be_huge_is_refused_before_memory_is_asked_for(string name, int at, bool bigEndian, int length)
    {
        var bytes = File.ReadAllBytes(TestFiles.Picture(name));
        if (at == 0)
            at = Enumerable.Range(2, bytes.Length).First(i => bytes[i] == 0xFF && bytes[i + 1] is 0xC0 or 0xC2) + 5;
        foreach (var place in new[] { at, at + length })
            for (var i = 0; i < length; i++)
                bytes[place + i] = (byte)(50_000 >> 8 * (bigEndian ? length - 1 - i : i));
        var path = folder.Write("huge", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(
            $"The picture '{path}' claims to have 50000 x 50000 pixels, more than the 100 million that are read: "
            + "make it smaller in a picture program first.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("face.png", 16, true, 4)]
    [InlineData("face.jpg", 0, true, 2)]
    [InlineData("face.bmp", 18, false, 4)]
    public void A_few_bytes_cannot_hold_nine_thousand_rows(string name, int at, bool bigEndian, int length)
    {
        var bytes = File.ReadAllBytes(TestFiles.Picture(name));
        if (at == 0)
            at = Enumerable.Range(2, bytes.Length).First(i => bytes[i] == 0xFF && bytes[i + 1] is 0xC0 or 0xC2) + 5;
        foreach (var place in new[] { at, at + length })
            for (var i = 0; i < length; i++)
                bytes[place + i] = (byte)(9_000 >> 8 * (bigEndian ? length - 1 - i : i));
        if (name == "face.png")
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc32.HashToUInt32(bytes.AsSpan(12, 17)));
        var path = folder.Write("large", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Picture.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_larger_than_any_picture_is_not_read_to_its_end()
    {
        var path = folder.Write("film.avi", "RIFF\0\0\0\0AVI "u8);
        using (var file = File.OpenWrite(path))
            file.SetLength(20_000_000_000);
        var error = Assert.Throws<InvalidDataException>(() => Picture.Read(path));
        Assert.StartsWith($"The file '{path}' is no picture that can be read", error.Message);
    }

    [Fact]
    public void A_picture_of_gigabytes_is_refused_before_it_is_read()
    {
        var path = folder.Write("huge.png", File.ReadAllBytes(TestFiles.Picture("face.png")));
        using (var file = File.OpenWrite(path))
            file.SetLength(20_000_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(
            $"The file '{path}' has more than 801 MB, which no picture of 100 million pixels needs: "
                + "make it smaller in a picture program first.",
            Assert.Throws<InvalidDataException>(() => Picture.Read(path)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
