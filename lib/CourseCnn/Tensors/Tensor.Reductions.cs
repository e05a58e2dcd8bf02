using System.Numerics.Tensors;
using CourseCnn.Compute.Reductions;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    delegate float RowReduction(ReadOnlySpan<float> x);

    /// <summary>The sum of all elements, or of those along the given dimensions.</summary>
    /// <param name="dim">The dimensions to sum over, such as <c>0</c> or <c>(2, 3)</c>. Default: all.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Sum(Dims dim = default, bool keepDim = false) => Reduce(dim, keepDim, x => (float)Reduction.Sum(x));

    /// <summary>The mean of all elements, or of those along the given dimensions; NaN where there are none.</summary>
    /// <param name="dim">The dimensions to average over. Default: all.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Mean(Dims dim = default, bool keepDim = false) => Reduce(dim, keepDim, x => (float)Reduction.Mean(x));

    /// <summary>The variance of all elements, or of those along the given dimensions.</summary>
    /// <param name="dim">The dimensions to take together. Default: all.</param>
    /// <param name="unbiased">Whether to divide by one less than the count (Bessel's correction), as PyTorch does. Default: yes.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Var(Dims dim = default, bool unbiased = true, bool keepDim = false) =>
        Reduce(dim, keepDim, x => (float)Reduction.Variance(x, unbiased));

    /// <summary>The standard deviation of all elements, or of those along the given dimensions: the square root of the variance.</summary>
    /// <param name="dim">The dimensions to take together. Default: all.</param>
    /// <param name="unbiased">Whether to divide by one less than the count (Bessel's correction), as PyTorch does. Default: yes.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Tensor Std(Dims dim = default, bool unbiased = true, bool keepDim = false) =>
        Reduce(dim, keepDim, x => (float)Math.Sqrt(Reduction.Variance(x, unbiased)));

    /// <summary>The greatest of all elements, or of those along the given dimensions; NaN where one of them is.</summary>
    /// <param name="dim">The dimensions to take together. Default: all.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension, or no element to choose from.</exception>
    public Tensor Max(Dims dim = default, bool keepDim = false) => Reduce(dim, keepDim, TensorPrimitives.Max, choosing: nameof(Max));

    /// <summary>The least of all elements, or of those along the given dimensions; NaN where one of them is.</summary>
    /// <param name="dim">The dimensions to take together. Default: all.</param>
    /// <param name="keepDim">Whether these dimensions stay, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension, or no element to choose from.</exception>
    public Tensor Min(Dims dim = default, bool keepDim = false) => Reduce(dim, keepDim, TensorPrimitives.Min, choosing: nameof(Min));

    /// <summary>Where the greatest element is, the first of equal ones, counted in row-major order; a NaN counts as the greatest.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public int ArgMax() => Count > 0 ? Reduction.IndexOfMax(storage) : throw NothingToChoose(nameof(ArgMax));

    /// <summary>Where the least element is, the first of equal ones, counted in row-major order; a NaN counts as the least.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public int ArgMin() => Count > 0 ? Reduction.IndexOfMin(storage) : throw NothingToChoose(nameof(ArgMin));

    /// <summary>Where along the dimension the greatest element is, the first of equal ones; a NaN counts as the greatest.</summary>
    /// <param name="dim">The dimension to search: 1 finds the best class of each row.</param>
    /// <param name="keepDim">Whether the dimension stays, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension, or no element to choose from.</exception>
    public Tensor ArgMax(int dim, bool keepDim = false) => Reduce(dim, keepDim, x => Reduction.IndexOfMax(x), choosing: nameof(ArgMax));

    /// <summary>Where along the dimension the least element is, the first of equal ones; a NaN counts as the least.</summary>
    /// <param name="dim">The dimension to search.</param>
    /// <param name="keepDim">Whether the dimension stays, with size 1. Default: no.</param>
    /// <exception cref="ArgumentException">There is no such dimension, or no element to choose from.</exception>
    public Tensor ArgMin(int dim, bool keepDim = false) => Reduce(dim, keepDim, x => Reduction.IndexOfMin(x), choosing: nameof(ArgMin));

    // choosing: the name of an operation that picks an element, so that there must be one.
    Tensor Reduce(Dims dim, bool keepDim, RowReduction reduction, string? choosing = null)
    {
        var dims = dim.Of(Shape);
        int[] kept = [.. Enumerable.Range(0, Rank).Except(dims)];
        var result = Zeros(new Shape([.. kept.Select(d => Shape[d])]));
        var length = Reshaping.Product([.. dims.Select(d => Shape[d])]);
        if (length == 0 && result.Count > 0 && choosing is not null)
            throw NothingToChoose(choosing);

        // With the reduced dimensions last, what belongs together lies together; often it does already.
        int[] order = [.. kept, .. dims];
        var rows = order.SequenceEqual(order.Order()) ? storage : Permute(order).storage;
        for (var i = 0; i < result.Count; i++)
            result.storage[i] = reduction(rows.AsSpan(i * length, length));

        return keepDim ? result.Reshape([.. Shape.Select((size, d) => dims.Contains(d) ? 1 : size)]) : result;
    }

    ArgumentException NothingToChoose(string operation) =>
        new($"{operation} needs at least one element to choose from, but shape {Shape} has none.");
}
