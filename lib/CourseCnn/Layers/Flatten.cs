using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn;

/// <summary>
/// Writes the numbers of several dimensions into one row, so that a fully connected layer can follow. The first dimension, the
/// batch, stays.
/// </summary>
/// <example><code>
/// new Flatten().Call(Tensor.Zeros((8, 3, 10, 10))).Shape
/// // → (8, 300)
/// </code></example>
/// <param name="startDim">The first dimension that is merged. Default: 1.</param>
/// <param name="endDim">The last dimension that is merged; -1 is the last there is. Default: -1.</param>
public sealed class Flatten(int startDim = 1, int endDim = -1) : Module
{
    /// <inheritdoc/>
    /// <param name="x">A shape that has both dimensions.</param>
    /// <returns>The same numbers with the dimensions from startDim to endDim merged into one.</returns>
    /// <exception cref="ArgumentException">The input has no such dimensions.</exception>
    protected override Tensor Forward(Tensor x)
    {
        var rank = Math.Max(x.Rank, 1);
        if (startDim < -rank || startDim >= rank || endDim < -rank || endDim >= rank)
            throw new ArgumentException(Invariant(
                $"{Code} merges dimensions {startDim} to {endDim}, which an input of shape {x.Shape} does not have: ")
                + "write x[null, ..] to give it a batch of one.");
        if ((startDim + rank) % rank > (endDim + rank) % rank)
            throw new ArgumentException(Invariant(
                $"{Code} cannot merge from dimension {startDim} to {endDim}, which stands before it in shape {x.Shape}."));
        return x.Flatten(startDim, endDim);
    }

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => Invariant($"start_dim={startDim}, end_dim={endDim}");

    internal override string Code => CodeText.Call(
        "Flatten", startDim == 1 ? null : Invariant($"startDim: {startDim}"), endDim == -1 ? null : Invariant($"endDim: {endDim}"));

    internal override ResultKind Result => ResultKind.InputOrNew;
}
