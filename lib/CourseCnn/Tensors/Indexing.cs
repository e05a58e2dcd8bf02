namespace CourseCnn.Tensors;

/// <summary>Turns what stands between the brackets of <c>t[…]</c> into a view of the tensor's storage.</summary>
static class Indexing
{
    /// <exception cref="ArgumentException">There are more indices than dimensions,
    /// two ellipses, or an index beyond a dimension's size.</exception>
    internal static StridedView View(Shape shape, TensorIndex?[] indices)
    {
        var used = indices.Count(index => index is { Kind: not TensorIndex.IndexKind.Ellipsis });
        if (used > shape.Rank)
            throw new ArgumentException($"Shape {shape} has {shape.DimensionCount}, but {used} indices were given.");
        if (indices.Count(index => index is { Kind: TensorIndex.IndexKind.Ellipsis }) > 1)
            throw new ArgumentException("An index may hold one ellipsis only: two leave open which dimensions each stands for.");

        var whole = StridedView.Contiguous(shape);
        var (sizes, strides) = (new List<int>(), new List<int>());
        var (offset, d) = (0, 0);

        void Keep(int dimensions)
        {
            for (; dimensions > 0; dimensions--, d++)
            {
                sizes.Add(shape[d]);
                strides.Add(whole.Strides[d]);
            }
        }

        foreach (var index in indices)
        {
            switch (index)
            {
                case null:
                    sizes.Add(1);
                    strides.Add(0);
                    break;
                case { Kind: TensorIndex.IndexKind.Ellipsis }:
                    Keep(shape.Rank - used);
                    break;
                case { Kind: TensorIndex.IndexKind.Number }:
                    offset += Position(index, shape, d) * whole.Strides[d];
                    d++;
                    break;
                default:
                    var (start, stop) = Clip(index.Range, shape[d]);
                    sizes.Add(Math.Max(0, (stop - start + index.Step - 1) / index.Step));
                    strides.Add(whole.Strides[d] * index.Step);
                    offset += start * whole.Strides[d];
                    d++;
                    break;
            }
        }

        Keep(shape.Rank - d);
        return new(new Shape([.. sizes]), [.. strides], offset);
    }

    static int Position(TensorIndex index, Shape shape, int dimension)
    {
        var size = shape[dimension];
        var position = index.Range.Start.GetOffset(size);
        if (position < 0 || position >= size)
            throw new ArgumentException(
                $"Index {index.Written} is outside dimension {dimension} of shape {shape}: {Allowed(size)}.");
        return position;
    }

    static string Allowed(int size) => size switch
    {
        0 => "its size is 0, so there is no element",
        1 => "its size is 1, so the only index is 0 (or -1)",
        _ => FormattableString.Invariant(
            $"its size is {size}, so an index is one of 0 to {size - 1} (or {-size} to -1, counted from the end)"),
    };

    static (int Start, int Stop) Clip(Range range, int size) =>
        (Math.Clamp(range.Start.GetOffset(size), 0, size), Math.Clamp(range.End.GetOffset(size), 0, size));
}
