using static System.FormattableString;

namespace CourseCnn.Data.Pictures;

/// <summary>A picture's file and the sentences about what is wrong with it.</summary>
sealed class PictureFile
{
    /// <summary>Far more than a camera takes; the few bytes of a header can ask for more memory than there is.</summary>
    const long MaxPixels = 100_000_000;

    /// <summary>A picture of so many pixels, not compressed, with 16 bits for each of its channels.</summary>
    const long MaxBytes = MaxPixels * 8 + 1_000_000;

    readonly string path;

    PictureFile(string path, PictureKind kind, byte[] bytes) => (this.path, Kind, Bytes) = (path, kind, bytes);

    internal PictureKind Kind { get; }

    internal byte[] Bytes { get; }

    internal static PictureFile Read(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("The name of a picture's file is needed, but the text is empty.");
        if (Directory.Exists(path))
            throw new ArgumentException($"'{path}' is a folder: name a picture in it, such as '{Path.Combine(path, "portrait.png")}'.");
        if (!File.Exists(path))
            throw new FileNotFoundException(Missing(path), path);

        using var stream = File.OpenRead(path);
        var head = new byte[Signature.Length];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.Length == 0)
            throw new InvalidDataException($"The file '{path}' is empty: there is no picture in it.");

        // What is no picture is not read to its end: it may be a film of many gigabytes, or have no end.
        var kind = Signature.KindOf(head);
        var file = new PictureFile(path, kind, head);
        if (kind is not (PictureKind.Png or PictureKind.Jpeg or PictureKind.Bmp or PictureKind.Gif))
            throw file.NoPicture();
        return new PictureFile(path, kind, file.ReadRest(stream));
    }

    /// <summary>Reports a picture with more pixels than are read, before memory is asked for.</summary>
    internal void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw Damaged();
        if (width > MaxPixels || height > MaxPixels || width * height > MaxPixels)
            throw new InvalidDataException(
                Invariant($"The picture '{path}' claims to have {width} x {height} pixels, ")
                + Invariant($"more than the {MaxPixels / 1_000_000} million that are read: make it smaller in a picture program first."));
    }

    internal InvalidDataException CutOff() => new(
        $"The picture '{path}' is cut off: the file ends before the picture does; copy or download it again.");

    internal InvalidDataException CutOffAt(int row, int height) => new(Invariant(
        $"The picture '{path}' is cut off: only the upper {row} of its {height} rows are there; copy or download it again."));

    internal InvalidDataException Damaged() => new($"The picture '{path}' is damaged and cannot be read; copy or download it again.");

    /// <param name="kind">What is rare about it: <c>a JPEG file of 12 bits</c>.</param>
    internal InvalidDataException Unsupported(string kind) => new(
        $"The picture '{path}' is {kind}, which is not read here: open it in a picture program and save it as PNG.");

    InvalidDataException NoPicture() => new(Kind switch
    {
        PictureKind.Foreign => $"The file '{path}' is {Signature.NameOf(Bytes)} and is not read here: "
            + "open it in a picture program or a browser and save it as PNG or JPEG; another name alone does not change it.",
        PictureKind.WebPage => $"The file '{path}' is no picture, it holds a web page: download the picture itself, "
            + "for instance with a right click on it.",
        PictureKind.Text => $"The file '{path}' is no picture, it holds text: a PNG, JPEG, BMP or GIF file is needed.",
        _ => $"The file '{path}' is no picture that can be read: a PNG, JPEG, BMP or GIF file is needed.",
    });

    byte[] ReadRest(FileStream stream)
    {
        // A file may grow while it is read, or not know its length.
        CheckLength(stream.Length);
        using var all = new MemoryStream((int)Math.Max(stream.Length, Bytes.Length));
        all.Write(Bytes);
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            CheckLength(all.Length + count);
            all.Write(buffer, 0, count);
        }

        return all.Length == all.Capacity ? all.GetBuffer() : all.ToArray();
    }

    void CheckLength(long length)
    {
        if (length > MaxBytes)
            throw new InvalidDataException(
                Invariant($"The file '{path}' has more than {MaxBytes / 1_000_000} MB, which no picture of ")
                + Invariant($"{MaxPixels / 1_000_000} million pixels needs: make it smaller in a picture program first."));
    }

    static string Missing(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
            return $"There is no picture '{path}': its folder '{folder}' does not exist.";

        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!);
        var nearest = NearestName.Of(Path.GetFileName(full), names);
        return $"There is no picture '{path}' in '{folder}'" + (nearest is null ? "." : $"; did you mean '{nearest}'?");
    }
}
