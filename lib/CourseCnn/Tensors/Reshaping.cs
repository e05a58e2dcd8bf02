namespace CourseCnn.Tensors;

/// <summary>The arithmetic of shapes behind reshaping, permuting and flipping.</summary>
static class Reshaping
{
    /// <summary>The shape of the given sizes, one of which may be -1 and is then worked out.</summary>
    internal static Shape Resolve(Shape shape, ReadOnlySpan<int> sizes)
    {
        int[] resolved = sizes.ToArray();
        var open = resolved.IndexOf(-1);
        if (open >= 0)
        {
            resolved[open] = 1;
            if (resolved.Contains(-1))
                throw new ArgumentException($"Reshape can work out one size only, but {Shape.Text(sizes)} holds more than one -1.");
            var known = Product(resolved);
            if (known <= 0 || shape.Count % known != 0)
                throw Mismatch(shape, sizes);
            resolved[open] = shape.Count / known;
        }

        return resolved.Any(size => size < 0) || Product(resolved) != shape.Count ? throw Mismatch(shape, sizes) : new Shape(resolved);
    }

    internal static int Product(ReadOnlySpan<int> sizes)
    {
        long product = 1;
        foreach (var size in sizes)
            product = Math.Min(product * size, int.MaxValue);
        return (int)product;
    }

    internal static StridedView Permuted(Shape shape, ReadOnlySpan<int> dims)
    {
        int[] order = [.. dims.ToArray().Select(shape.Dimension)];
        if (order.Length != shape.Rank || order.Distinct().Count() != shape.Rank)
            throw new ArgumentException($"Permute needs every dimension of shape {shape} once, but got {Shape.Text(dims)}.");

        var whole = StridedView.Contiguous(shape);
        return new(new Shape([.. order.Select(d => shape[d])]), [.. order.Select(d => whole.Strides[d])], 0);
    }

    internal static StridedView Flipped(Shape shape, ReadOnlySpan<int> dims)
    {
        var view = StridedView.Contiguous(shape);
        var offset = 0;
        foreach (var dim in dims.ToArray().Select(shape.Dimension).Distinct())
        {
            offset += Math.Max(0, shape[dim] - 1) * view.Strides[dim];
            view.Strides[dim] *= -1;
        }

        return view with { Offset = offset };
    }

    static ArgumentException Mismatch(Shape shape, ReadOnlySpan<int> sizes) =>
        new($"Shape {shape} has {shape.Count} elements, which cannot be arranged as {Shape.Text(sizes)}.");
}
