using CourseCnn.Figures.Drawing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>A number of parameters as the sum that it is.</summary>
/// <param name="Pieces">The sum, without its result.</param>
/// <param name="Total">The result.</param>
sealed record ParameterSum(IReadOnlyList<SumPiece> Pieces, long Total)
{
    /// <summary>Something there is a number of, each with weights and a bias of its own.</summary>
    internal static ParameterSum Each(int count, string what, int weights) =>
        new([new($"{what} × "), new($"({DiagramFrame.Weights(weights)} + 1 bias)")], (long)count * (weights + 1));
}
