using CourseCnn.Tensors.RandomNumbers;

namespace CourseCnn;

public static partial class Functional
{
    /// <summary>Sets each number to 0 with a probability, and divides the others by the probability to stay.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="p">The probability of a number to be set to 0. Default: 0.5.</param>
    /// <param name="training">Whether to do anything at all. Default: true.</param>
    /// <exception cref="ArgumentException"><paramref name="p"/> is no probability.</exception>
    public static Tensor Dropout(Tensor x, double p = 0.5, bool training = true)
    {
        if (p is not (>= 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant(
                $"Dropout needs a probability p between 0 and 1, but got {p}: write for example p: 0.5."));
        if (!training || p == 0 || x.Count == 0)
            return x;

        // PyTorch's steps: a mask of 0 and 1, then of 0 and 1 / (1 - p), then the product.
        var result = new float[x.Count];
        if (p < 1)
            Generator.Default.FillBernoulli(result, 1 - p);
        var scale = 1 / (float)(1 - p);
        for (var i = 0; i < result.Length; i++)
            result[i] = x.Span[i] * (result[i] == 0 ? 0 : scale);
        return new Tensor(result, x.Shape);
    }
}
