using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn.Tests.Figures.Images;

/// <summary>Pictures side by side, as figures hold them.</summary>
static class Pictures
{
    internal static readonly Tensor Ramp = new([.. Enumerable.Range(0, 60).Select(index => index * 37 % 101 / 50f - 0.5f)], (6, 10));

    internal static Panel Panel(string title, Shape shape, bool axis = false) =>
        new(title, PixelGrid.Of(new Tensor([.. Enumerable.Range(0, shape.Count)], shape), "Test"), axis);

    internal static IReadOnlyList<Panel> Of(int count) => [.. Enumerable.Range(0, count).Select(index =>
        new Panel(index == 0 ? "Original" : $"Filter {index}", PixelGrid.Of(Ramp, "Test"), Axis: false))];

    internal static PictureFigure Panels(int count) => new(Of(count));

    extension(Figure figure)
    {
        /// <summary>The pictures of a figure that has some.</summary>
        internal IReadOnlyList<Panel> Panels => ((PictureFigure)figure).Panels;
    }
}
