using System.Buffers.Binary;
using CourseCnn.Data.Pictures.Exif;

namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>What the segments of a JPEG file say before its pixels are decoded.</summary>
/// <remarks>
/// A JPEG file is a chain of segments (0xFF, kind, length, data); pixels follow a segment that begins a scan; kind 0xD9 is the end.
/// ITU-T T.81, annex B.1.1.
/// </remarks>
sealed class JpegStructure
{
    const byte Start = 0xD8, End = 0xD9, StartOfScan = 0xDA, Exif = 0xE1;

    readonly List<JpegScan> scans = [];
    readonly List<(byte Id, int Across, int Down)> components = [];

    JpegStructure(PictureFile file)
    {
        var bytes = file.Bytes.AsSpan();
        var place = 2;
        while (true)
        {
            // Pixels, and bytes that fill up, end at the next 0xFF with a kind: 0
            // stands for the number 0xFF itself, 0xD0 to 0xD7 only mark places.
            while (place + 1 < bytes.Length && !(bytes[place] == 0xFF && StartsSegment(bytes[place + 1])))
                place++;
            if (place + 1 >= bytes.Length)
            {
                (IsCutOff, Length) = (true, bytes.Length);
                return;
            }

            Length = place;
            var kind = bytes[place + 1];
            if (kind == End)
                return;
            if (kind == Start)
                throw file.Damaged();
            place += 2;
            var length = place + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[place..]) : 2;
            if (length < 2)
                throw file.Damaged();
            if (place + length > bytes.Length || place + 2 > bytes.Length)
            {
                IsCutOff = true;
                return;
            }

            Look(file, kind, bytes.Slice(place + 2, length - 2));
            place += length;
            Length = place;
        }
    }

    /// <summary>Whether the file ends before the picture does.</summary>
    internal bool IsCutOff { get; }

    /// <summary>The bytes up to the end of the last whole segment, or of the pixels behind it.</summary>
    internal int Length { get; }

    /// <summary>The kind of the segment that describes the picture, which tells how it is compressed; 0 if there is none.</summary>
    internal byte FrameKind { get; private set; }

    /// <summary>Bits of a number; all but 8 are rare.</summary>
    internal int Precision { get; private set; }

    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>How the camera was held: 1, upright, to 8.</summary>
    internal int Orientation { get; private set; } = ExifOrientation.Upright;

    internal IReadOnlyList<JpegScan> Scans => scans;

    internal bool IsProgressive => FrameKind == 0xC2;

    /// <summary>How many bits the pixels take at least: each block of 8 x 8 has at least one.</summary>
    internal long LeastBits
    {
        get
        {
            var (across, down) = (components.Max(component => component.Across), components.Max(component => component.Down));
            var units = (long)((Width + 8 * across - 1) / (8 * across)) * ((Height + 8 * down - 1) / (8 * down));
            return units * components.Sum(component => component.Across * component.Down);
        }
    }

    /// <summary>Whether each component has all its frequencies, if only roughly, in the scans that came before the last.</summary>
    internal bool LastScanOnlyRefines => components.All(component => Enumerable.Range(0, 64).All(frequency =>
        scans.SkipLast(scans[^1].IsRefinement ? 0 : 1).Any(scan =>
            scan.Components.Contains(component.Id) && scan.First <= frequency && frequency <= scan.Last)));

    /// <summary>Whether each component has all its frequencies, the last scan included.</summary>
    internal bool HasAllScans => components.All(component => Enumerable.Range(0, 64).All(frequency =>
        scans.Any(scan => scan.Components.Contains(component.Id) && scan.First <= frequency && frequency <= scan.Last)));

    internal static JpegStructure Of(PictureFile file) => new(file);

    static bool StartsSegment(byte kind) => kind is not (0 or 1 or 0xFF or (>= 0xD0 and <= 0xD7));

    void Look(PictureFile file, byte kind, ReadOnlySpan<byte> data)
    {
        switch (kind)
        {
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                LookAtFrame(file, kind, data);
                break;
            case StartOfScan:
                LookAtScan(file, data);
                break;
            case Exif when Orientation == ExifOrientation.Upright && data.StartsWith("Exif\0\0"u8):
                Orientation = ExifOrientation.Read(data[6..]);
                break;
        }
    }

    /// <summary>T.81, annex B.2.2.</summary>
    void LookAtFrame(PictureFile file, byte kind, ReadOnlySpan<byte> data)
    {
        if (FrameKind != 0 || data.Length < 6 || data[5] == 0 || data.Length < 6 + 3 * data[5])
            throw file.Damaged();
        (FrameKind, Precision) = (kind, data[0]);
        (Height, Width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
        file.CheckSize(Width, Height);
        for (var i = 0; i < data[5]; i++)
        {
            var (across, down) = (data[7 + 3 * i] >> 4, data[7 + 3 * i] & 15);
            if (across is 0 or > 4 || down is 0 or > 4)
                throw file.Damaged();
            components.Add((data[6 + 3 * i], across, down));
        }
    }

    /// <summary>T.81, annex B.2.3.</summary>
    void LookAtScan(PictureFile file, ReadOnlySpan<byte> data)
    {
        if (FrameKind == 0 || data.Length < 1 || data.Length < 4 + 2 * data[0])
            throw file.Damaged();
        var ids = new List<byte>();
        for (var i = 0; i < data[0]; i++)
            ids.Add(data[1 + 2 * i]);
        var frequencies = data[(1 + 2 * data[0])..];
        scans.Add(new JpegScan(ids, frequencies[0], frequencies[1], IsRefinement: frequencies[2] >> 4 > 0));
    }
}
