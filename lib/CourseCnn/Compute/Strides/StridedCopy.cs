namespace CourseCnn.Compute.Strides;

/// <summary>
/// Copies between arrays of the same sizes that lie differently in memory: what slicing, permuting and expanding are made of.
/// </summary>
static class StridedCopy
{
    /// <summary>Copies every element; a stride of 0 in the source repeats, a negative one runs backwards.</summary>
    internal static void Copy(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<float> source,
        int from,
        int[] sourceStrides,
        Span<float> target,
        int to,
        int[] targetStrides)
    {
        var runs = new StridedRuns(sizes, sourceStrides, targetStrides);
        while (runs.Next())
            CopyRun(source, from + runs.Offset(0), runs.Stride[0], target, to + runs.Offset(1), runs.Stride[1], runs.Length);
    }

    static void CopyRun(ReadOnlySpan<float> source, int from, int sourceStride, Span<float> target, int to, int targetStride, int length)
    {
        if (targetStride == 1 && sourceStride == 1)
            source.Slice(from, length).CopyTo(target[to..]);
        else if (targetStride == 1 && sourceStride == 0)
            target.Slice(to, length).Fill(source[from]);
        else
            for (var i = 0; i < length; i++)
                target[to + i * targetStride] = source[from + i * sourceStride];
    }
}
