using CourseCnn.Figures.Drawing;
using static System.FormattableString;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A small picture divided into patches, each seen by one hidden node.</summary>
sealed class Patches
{
    /// <summary>More pixels than these cannot be told apart as nodes of a diagram.</summary>
    const int Largest = 8;

    Patches(PixelGrid picture, Size2d patch, Size2d stride)
    {
        (Picture, Patch, Stride) = (picture, patch, stride);
        Grid = ((picture.Height - patch.Height) / stride.Height + 1, (picture.Width - patch.Width) / stride.Width + 1);
    }

    internal PixelGrid Picture { get; }

    internal Size2d Patch { get; }

    internal Size2d Stride { get; }

    /// <summary>The hidden nodes, as rows and columns.</summary>
    internal Size2d Grid { get; }

    internal int Hidden => Grid.Height * Grid.Width;

    /// <summary>How many pixels a hidden node sees.</summary>
    internal int Weights => Patch.Height * Patch.Width;

    /// <summary>A hidden node near the middle, to be told about.</summary>
    internal Size2d Chosen => (Grid.Height / 2, Grid.Width / 2);

    internal Size2d Corner(int row, int column) => (row * Stride.Height, column * Stride.Width);

    /// <summary>The pixels of each hidden node, with the place that each has in its patch.</summary>
    internal IEnumerable<(int Row, int Column, int Weight)> Pixels(int row, int column)
    {
        var (top, left) = Corner(row, column);
        for (var weight = 0; weight < Weights; weight++)
            yield return (top + weight / Patch.Width, left + weight % Patch.Width, weight);
    }

    /// <summary>Whether two patches share a pixel.</summary>
    internal bool Overlap => Stride.Height < Patch.Height || Stride.Width < Patch.Width;

    internal string By => Times(Patch);

    internal static Patches Of(Tensor image, Size2d patch, Size2d? stride, string caller)
    {
        var picture = Small(image, caller);
        if (patch.Smallest < 1 || patch.Height > picture.Height || patch.Width > picture.Width)
            throw new ArgumentException(
                Invariant($"{caller} needs a patch that lies on the picture of {picture.Height} x {picture.Width} pixels, ")
                + $"but got {patch}: write for example patch: 2.");
        if (stride is { Smallest: < 1 })
            throw new ArgumentException(
                $"{caller} needs a stride of at least 1, but got {stride}: leave it out, and patches lie side by side.");
        return new(picture, patch, stride ?? patch);
    }

    /// <summary>A grey picture of few pixels.</summary>
    internal static PixelGrid Small(Tensor image, string caller)
    {
        var picture = PixelGrid.Of(image, caller);
        if (picture.IsColour)
            throw new ArgumentException(
                $"{caller} draws each pixel as one node, so it takes a grey picture, but got shape {image.Shape}: write image.ToGrey().");
        if (picture.Height > Largest || picture.Width > Largest)
            throw new ArgumentException(
                Invariant($"{caller} draws each pixel as a node, so it takes a picture of at most {Largest} x {Largest}, ")
                + Invariant($"but got {picture.Height} x {picture.Width}: write image.Resize(6, 6)."));
        return picture;
    }
}
