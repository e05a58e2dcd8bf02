namespace CourseCnn.Tensors;

/// <summary>
/// How tensors of different shapes meet, as in PyTorch and NumPy: shapes are aligned at their last dimension,
/// and where one has size 1, or no such dimension, its elements are repeated.
/// </summary>
static class Broadcasting
{
    /// <summary>The shape of the result.</summary>
    /// <exception cref="ArgumentException">The sizes of a dimension differ and none of them is 1.</exception>
    internal static Shape Common(Shape a, Shape b, string subject = "Shapes")
    {
        var sizes = new int[Math.Max(a.Rank, b.Rank)];
        for (var back = 1; back <= sizes.Length; back++)
        {
            var (left, right) = (SizeFromEnd(a, back), SizeFromEnd(b, back));
            if (left != right && left != 1 && right != 1)
                throw new ArgumentException(
                    $"{subject} {a} and {b} do not fit together: {Name(a, b, back)} is {left} in one "
                    + $"and {right} in the other; the sizes must be equal, or one of them 1.");
            sizes[^back] = left == 1 ? right : left;
        }

        return sizes;
    }

    /// <summary>
    /// The strides that make a tensor of <paramref name="shape"/> look like one of <paramref name="target"/>: 0 where it repeats.
    /// </summary>
    internal static int[] Strides(Shape shape, Shape target)
    {
        var own = StridedView.Contiguous(shape).Strides;
        var strides = new int[target.Rank];
        for (var back = 1; back <= shape.Rank; back++)
            strides[^back] = shape[^back] == 1 ? 0 : own[^back];
        return strides;
    }

    /// <summary>
    /// Whether a tensor of <paramref name="shape"/> can be repeated until it has exactly shape <paramref name="target"/>.
    /// </summary>
    internal static bool Fits(Shape shape, Shape target)
    {
        if (shape.Rank > target.Rank)
            return false;
        for (var back = 1; back <= shape.Rank; back++)
        {
            if (shape[^back] != target[^back] && shape[^back] != 1)
                return false;
        }

        return true;
    }

    static int SizeFromEnd(Shape shape, int back) => back <= shape.Rank ? shape[^back] : 1;

    static string Name(Shape a, Shape b, int back) =>
        a.Rank == b.Rank ? $"dimension {a.Rank - back}" : back == 1 ? "the last dimension" : $"the dimension number {back} from the end";
}
