using CourseCnn.Compute.Images;
using CourseCnn.Data;
using CourseCnn.Data.Pictures;

namespace CourseCnn;

/// <summary>
/// Pictures as tensors of numbers from 0 (black) to 1 (white): grey ones of shape (height, width), colour ones (3, height, width)
/// with the channels red, green and blue, as in torchvision.
/// </summary>
public static class Picture
{
    /// <summary>Reads a picture from a PNG, JPEG, BMP or GIF file (of an animation, the first frame).</summary>
    /// <remarks>
    /// A file without colour gives shape (height, width), any other (3, height, width). What is transparent
    /// is shown on white, as on a page. Numbers are steps of 1/255; of 16-bit files the upper 8 bits count. A photo is turned as
    /// the camera was held. A JPEG file that lacks a few bytes at its end is shown as viewers do: what is missing of the last rows is grey.
    /// </remarks>
    /// <param name="path">The file; a relative path starts at the current directory, for a notebook its own folder.</param>
    /// <param name="grey">Whether to turn colour to grey, as <see cref="ToGrey"/> does. Default: no.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The path is empty, or names a folder.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is empty, cut off, damaged, no picture, in another format, or has more than 100 million pixels.
    /// </exception>
    public static Tensor Read(string path, bool grey = false)
    {
        var picture = PictureReader.Read(path);
        return grey ? picture.ToGrey() : picture;
    }

    /// <summary>
    /// Writes a picture to a PNG file: numbers below 0 become black, numbers above 1 white. The file is replaced as a whole or not at all.
    /// </summary>
    /// <param name="picture">Of shape (height, width), (1, height, width) or (3, height, width).</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException">The shape is not that of a picture, or a number is NaN.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void WritePng(this Tensor picture, string path) => PngWriter.Write(picture, path);

    /// <summary>
    /// How bright every pixel is: 0.299 red + 0.587 green + 0.114 blue, the weights of ITU-R BT.601 that Pillow and torchvision use too.
    /// </summary>
    /// <param name="picture">Of shape (3, height, width); one without colour,
    /// (height, width) or (1, height, width), keeps its numbers.</param>
    /// <returns>A picture of shape (height, width).</returns>
    /// <exception cref="ArgumentException">The shape is not that of a picture.</exception>
    public static Tensor ToGrey(this Tensor picture)
    {
        var (channels, height, width) = Sizes(picture, nameof(ToGrey));
        if (channels == 1)
            return picture.Reshape(height, width);

        var grey = Tensor.Zeros((height, width));
        var (red, green, blue) = (picture[0].Storage, picture[1].Storage, picture[2].Storage);
        for (var i = 0; i < grey.Count; i++)
            grey.Storage[i] = (float)(.299 * red[i] + .587 * green[i] + .114 * blue[i]);
        return grey;
    }

    /// <summary>A part of a picture.</summary>
    /// <param name="picture">One picture or a batch: the last two dimensions are height and width.</param>
    /// <param name="top">The first row, counted from 0.</param>
    /// <param name="left">The first column, counted from 0.</param>
    /// <param name="height">How many rows.</param>
    /// <param name="width">How many columns.</param>
    /// <exception cref="ArgumentException">The part is empty or reaches beyond the picture.</exception>
    public static Tensor Crop(this Tensor picture, int top, int left, int height, int width)
    {
        var (rows, columns) = HeightAndWidth(picture, nameof(Crop));
        if (height < 1 || width < 1 || top < 0 || left < 0 || top > rows - height || left > columns - width)
        {
            var asked = FormattableString.Invariant($"Crop(top: {top}, left: {left}, height: {height}, width: {width})");
            throw new ArgumentException($"{asked} does not lie inside a picture of height {rows} and width {columns}.");
        }

        return picture[TensorIndex.Ellipsis, top..(top + height), left..(left + width)];
    }

    /// <summary>
    /// A picture in another size. Along a side that shrinks, every new pixel is the average of the area it covers, so
    /// that fine patterns blur and do not flicker; along one that grows, it is interpolated between its neighbours.
    /// </summary>
    /// <param name="picture">One picture or a batch: the last two dimensions are height and width.</param>
    /// <param name="height">The new height, 1 or more.</param>
    /// <param name="width">The new width, 1 or more.</param>
    /// <exception cref="ArgumentException">A size is less than 1, or the picture has no pixel.</exception>
    public static Tensor Resize(this Tensor picture, int height, int width)
    {
        var (rows, columns) = HeightAndWidth(picture, nameof(Resize));
        if (height < 1 || width < 1 || rows < 1 || columns < 1)
        {
            var asked = FormattableString.Invariant($"Resize(height: {height}, width: {width})");
            throw new ArgumentException(
                $"{asked} of a picture of height {rows} and width {columns} is impossible: all sizes must be 1 or more.");
        }

        var result = Tensor.Zeros(new Shape([.. picture.Shape[..^2], height, width]));
        for (var i = 0; i < picture.Shape[..^2].Count; i++)
        {
            var source = picture.Span.Slice(i * rows * columns, rows * columns);
            Resampling.Resize(source, rows, columns, result.Span.Slice(i * height * width, height * width), height, width);
        }

        return result;
    }

    /// <summary>The sizes of a single picture; one channel may be written or left out.</summary>
    internal static (int Channels, int Height, int Width) Sizes(Tensor picture, string operation) => picture.Shape switch
    {
        [var height, var width] => (1, height, width),
        [1 or 3, var height, var width] => (picture.Shape[0], height, width),
        _ => throw new ArgumentException(
            $"{operation} needs a picture of shape (height, width) or (3, height, width), but got shape {picture.Shape}."),
    };

    static (int Height, int Width) HeightAndWidth(Tensor picture, string operation) => picture.Rank >= 2
        ? (picture.Shape[^2], picture.Shape[^1])
        : throw new ArgumentException(
            $"{operation} needs a picture of shape (height, width) or (channels, height, width), but got shape {picture.Shape}.");
}
