using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Images;

/// <summary>One picture of a figure.</summary>
/// <param name="Title">Stands above the picture; none leaves no room for it.</param>
/// <param name="Picture">The pixels.</param>
/// <param name="Axis">Whether rows and columns are numbered at the picture's edge.</param>
sealed record Panel(string? Title, PixelGrid Picture, bool Axis);
