using BitMiracle.LibJpeg.Classic;
using CourseCnn.Data.Pictures.Exif;

namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>
/// Reads JPEG files. LibJpeg.Net decodes them, a port of the library that most viewers are built on; it keeps out of memory that is not
/// its own, and tells where something was wrong.
/// </summary>
static class JpegReader
{
    static readonly byte[] EndOfImage = [0xFF, 0xD9];

    internal static PixelBuffer Read(PictureFile file)
    {
        var structure = JpegStructure.Of(file);
        Check(file, structure);
        return Turning.Upright(Decode(file, structure), structure.Orientation);
    }

    /// <summary>Reports what needs no decoding to be known, before memory is asked for.</summary>
    static void Check(PictureFile file, JpegStructure structure)
    {
        if (structure.Scans.Count == 0)
            throw structure.IsCutOff ? file.CutOff() : file.Damaged();
        if (structure.Precision != 8)
            throw file.Unsupported(FormattableString.Invariant($"a JPEG file of {structure.Precision} bits"));
        if (structure.FrameKind is not (0xC0 or 0xC1 or 0xC2))
            throw file.Unsupported(structure.FrameKind >= 0xC8
                ? "a JPEG file with arithmetic coding"
                : "a lossless or hierarchical JPEG file");
        if (structure.LeastBits > structure.Length * 8L || !structure.HasAllScans)
            throw structure.IsCutOff ? file.CutOff() : file.Damaged();
    }

    static PixelBuffer Decode(PictureFile file, JpegStructure structure)
    {
        // Behind the last whole segment of a file that is cut off, its end is put in.
        byte[] bytes = structure.IsCutOff ? [.. file.Bytes.AsSpan(0, structure.Length), .. EndOfImage] : file.Bytes;
        var errors = new JpegErrors();
        var decoder = new jpeg_decompress_struct(errors);
        errors.Decoder = decoder;
        PixelBuffer pixels;
        try
        {
            decoder.jpeg_stdio_src(new MemoryStream(bytes));
            decoder.jpeg_read_header(true);
            var space = decoder.Jpeg_color_space;
            decoder.Out_color_space = space;
            pixels = JpegColours.Join(JpegPlanes.Read(decoder), structure.Width, structure.Height, space);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The decoder's own messages are too technical to help.
            throw structure.IsCutOff ? file.CutOff() : file.Damaged();
        }

        if (errors.FirstAt is { } place)
            CheckLoss(file, structure, place, errors.IsDamaged, decoder.Max_v_samp_factor * 8);
        return pixels;
    }

    /// <summary>
    /// What is missing at the end stays grey, as viewers show it, where that is less than a row of blocks, or no more than the last polish.
    /// </summary>
    static void CheckLoss(PictureFile file, JpegStructure structure, (int Scan, int Row) place, bool isDamaged, int rowsOfBlock)
    {
        var isInLastRow = place.Scan >= structure.Scans.Count && (place.Row + 1) * rowsOfBlock >= structure.Height;
        if (!structure.IsCutOff && (isDamaged || !isInLastRow))
            throw file.Damaged();
        if (isInLastRow || (structure.IsProgressive && structure.LastScanOnlyRefines))
            return;
        throw structure.Scans.Count == 1 && !structure.IsProgressive
            ? file.CutOffAt(place.Row * rowsOfBlock, structure.Height)
            : file.CutOff();
    }
}
