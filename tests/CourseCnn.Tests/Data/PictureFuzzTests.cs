using System.Buffers.Binary;
using System.IO.Hashing;
using CsCheck;

namespace CourseCnn.Tests.Data;

/// <summary>Thousands of damaged files of each format: each gives a picture or a sentence, in no more memory than its size needs.</summary>
public sealed class PictureFuzzTests : IDisposable
{
    /// <summary>Larger pictures are read too, but thousands of them would take long. What is refused for its size is tried.</summary>
    const long MostPixels = 2_000_000, Refused = 100_000_000;

    readonly TemporaryFolder folder = new();

    public static TheoryData<string> Formats => ["png", "jpg", "progressive", "cmyk", "bmp", "runs", "gif", "exif"];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Formats))]
    public void Damage_gives_a_picture_or_a_sentence_but_never_a_crash(string format)
    {
        var files = Files(format).Select(name => File.ReadAllBytes(TestFiles.Picture(name))).ToArray();
        var (read, refused) = (0, 0);
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var bytes = Damage(random, files[random.Next(files.Length)]);
                if (format == "png" && random.Next(4) > 0)
                    MendCheckSums(bytes);
                var pixels = DeclaredPixels(bytes);
                if (pixels is > MostPixels and <= Refused)
                    return;
                var path = folder.Write("damaged", bytes);
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    var picture = Picture.Read(path);
                    pixels = picture.Shape[^2] * picture.Shape[^1];
                    read++;
                }
                catch (InvalidDataException error)
                {
                    Assert.Contains(path, error.Message);
                    refused++;
                }

                var taken = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.InRange(taken, 0, 4_000_000 + 40 * (pixels > Refused ? 0 : pixels));
            },
            iter: 5_000,
            threads: 1);
        Assert.True(read > 100 && refused > 100, $"{read} were read, {refused} refused");
    }

    static string[] Files(string format) => format switch
    {
        "png" => ["face.png", "face-interlaced.png", "palette.png", "png/16-bit-interlaced.png", "png/1-bit-interlaced.png"],
        "jpg" => ["face.jpg", "face-grey.jpg", "jpeg/restart.jpg", "jpeg/quartered.jpg", "jpeg/halved-down.jpg"],
        "progressive" => ["face-progressive.jpg", "jpeg/rgb-progressive.jpg"],
        "cmyk" => ["jpeg/cmyk.jpg", "jpeg/cmyk-unmarked.jpg", "jpeg/ycck.jpg"],
        "bmp" => ["face.bmp", "bmp/555.bmp", "bmp/palette-4.bmp", "bmp/32-fields-mixed.bmp", "bmp/16-alpha-version-5.bmp", "bmp/os2.bmp"],
        "runs" => ["bmp/runs-8.bmp", "bmp/runs-4.bmp", "bmp/runs-8-jumps.bmp", "cases/rle8.bmp"],
        "gif" => ["palette.gif", "gif/animated.gif", "gif/interlaced.gif", "gif/placed.gif", "gif/transparent.gif"],
        "exif" => ["orientation/6-big.jpg", "orientation/8-little.jpg", "cases/turned.jpg"],
        _ => throw new NotSupportedException(format),
    };

    /// <summary>A few changes: bytes set, left out, put in, written twice, or the end cut off. The first ones count most.</summary>
    static byte[] Damage(Random random, byte[] whole)
    {
        var bytes = whole.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 8; changes--)
        {
            var place = random.Next(2) == 0 ? random.Next(4, Math.Min(bytes.Count, 100)) : random.Next(4, bytes.Count);
            var count = Math.Min(random.Next(1, 9), bytes.Count - place);
            switch (random.Next(8))
            {
                case 0:
                    bytes.RemoveRange(place, count);
                    break;
                case 1:
                    bytes.InsertRange(place, bytes.GetRange(place, count));
                    break;
                case 2:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 3:
                    bytes[place] = 0xFF;
                    break;
                case 4:
                    bytes[place] = 0;
                    break;
                case 5:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes[place] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>With right check sums, what is wrong gets past the first look, to the decoder.</summary>
    static void MendCheckSums(Span<byte> png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
                return;
            var end = at + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(png[end..], Crc32.HashToUInt32(png[(at + 4)..end]));
            at = end + 4;
        }
    }

    /// <summary>The largest number of pixels that the headers can be read to mean.</summary>
    static long DeclaredPixels(ReadOnlySpan<byte> file)
    {
        switch (file)
        {
            case [0x89, ..] when file.Length >= 24:
                var (across, down) = (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
                return (long)Math.Min(1e15, (double)across * down);
            case [(byte)'B', ..] when file.Length >= 26:
                return file[14] == 12
                    ? Word(file, 18) * Word(file, 20)
                    : Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[18..]))
                        * Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..]));
            case [(byte)'G', ..] when file.Length >= 13:
                // The first picture comes behind the palette and the extensions; its place and size add up.
                var start = 13 + ((file[10] & 0x80) == 0 ? 0 : 3 << (file[10] & 7) + 1);
                for (var at = start; at + 10 <= file.Length; at++)
                    if (file[at] == 0x2C)
                        return Math.Max(Word(file, 6), Word(file, at + 1) + Word(file, at + 5))
                            * Math.Max(Word(file, 8), Word(file, at + 3) + Word(file, at + 7));
                return Word(file, 6) * Word(file, 8);
            case [0xFF, ..]:
                for (var at = 2; at + 9 <= file.Length; at++)
                    if (file[at] == 0xFF && file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                        return (long)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..])
                            * BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                return 0;
            default:
                return 0;
        }
    }

    static long Word(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
