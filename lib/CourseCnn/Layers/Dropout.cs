using CourseCnn.Layers.Activations;
using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn;

/// <summary>
/// While training, sets a random part of the numbers to 0 and scales the others up so that their mean stays; otherwise passes its
/// input on as it is. It keeps a network from relying on single features (Srivastava et al., 2014, JMLR 15).
/// </summary>
/// <example><code>
/// new Dropout(p: 0.5).Eval().Call(Tensor.Of([1, 2, 3]))
/// // → tensor([1., 2., 3.])
/// </code></example>
public sealed class Dropout : Module
{
    readonly double p;
    readonly bool inplace;

    /// <summary>A dropout layer.</summary>
    /// <param name="p">The probability of a number to be set to 0. Default: 0.5.</param>
    /// <param name="inplace">Whether to write the result over the input. Default: false.</param>
    /// <exception cref="ArgumentException"><paramref name="p"/> is no probability.</exception>
    public Dropout(double p = 0.5, bool inplace = false)
    {
        if (p is not (>= 0 and <= 1))
            throw new ArgumentException(Invariant(
                $"Dropout needs a probability p between 0 and 1, but got {p}: write for example p: 0.5."));
        (this.p, this.inplace) = (p, inplace);
    }

    /// <inheritdoc/>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Forward(Tensor x) => Training ? InPlace.Result(x, Functional.Dropout(x, p), inplace) : x;

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => $"p={Python.Number(p)}, inplace={Python.Bool(inplace)}";

    internal override ResultKind Result => ResultKind.InputOrNew;
}
