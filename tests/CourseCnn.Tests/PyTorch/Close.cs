namespace CourseCnn.Tests.PyTorch;

/// <summary>Assertions that numbers agree up to rounding.</summary>
static class Close
{
    /// <summary>That the shapes agree, and no number differs by more than the tolerance times the largest expected number.</summary>
    public static void Relative(Tensor expected, Tensor actual, double tolerance) =>
        Absolute(expected, actual, tolerance * expected.Span.ToArray().Select(Math.Abs).DefaultIfEmpty().Max());

    /// <summary>That the shapes agree, and each number to the tolerance times itself, below 1 to the tolerance.</summary>
    public static void Elementwise(Tensor expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        for (var i = 0; i < expected.Count; i++)
        {
            var (x, y) = ((double)expected.Span[i], (double)actual.Span[i]);
            if (!(Math.Abs(x - y) <= tolerance * Math.Max(Math.Abs(x), 1)))
                Assert.Fail(FormattableString.Invariant($"Element {i} of shape {expected.Shape}: expected {x:R}, got {y:R}."));
        }
    }

    /// <summary>That the shapes agree, and no number differs by more than the tolerance.</summary>
    public static void Absolute(Tensor expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        for (var i = 0; i < expected.Count; i++)
            if (!(Math.Abs((double)expected.Span[i] - actual.Span[i]) <= tolerance) && !expected.Span[i].Equals(actual.Span[i]))
                Assert.Fail(FormattableString.Invariant(
                    $"Element {i} of shape {expected.Shape}: expected {expected.Span[i]:R}, got {actual.Span[i]:R} (± {tolerance:G3})."));
    }

    /// <summary>That shapes and numbers agree to the last bit.</summary>
    public static void Exactly(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.Span.ToArray(), actual.Span.ToArray());
    }
}
