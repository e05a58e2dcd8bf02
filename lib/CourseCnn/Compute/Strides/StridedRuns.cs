namespace CourseCnn.Compute.Strides;

/// <summary>
/// Walks arrays that have the same sizes but lie differently in memory, one innermost run at a time.
/// Dimensions that follow each other without a gap in every array are joined first, so that runs are as long as they can be.
/// </summary>
sealed class StridedRuns
{
    readonly int[] sizes;
    readonly int[][] strides;
    readonly int[] position;
    readonly int[] offsets;
    bool started;
    readonly bool empty;

    /// <param name="sizes">The sizes, outermost first.</param>
    /// <param name="strides">For each array, how far apart in memory two neighbours along each dimension are.</param>
    internal StridedRuns(ReadOnlySpan<int> sizes, params int[][] strides)
    {
        // Innermost dimension first: joined[0] becomes the run.
        var joinedSizes = new List<int>();
        var joinedStrides = strides.Select(_ => new List<int>()).ToArray();
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] == 1)
                continue;
            if (joinedSizes.Count > 0 && strides.Index().All(array => array.Item[d] == joinedStrides[array.Index][^1] * joinedSizes[^1]))
            {
                joinedSizes[^1] *= sizes[d];
                continue;
            }

            joinedSizes.Add(sizes[d]);
            for (var k = 0; k < strides.Length; k++)
                joinedStrides[k].Add(strides[k][d]);
        }

        empty = sizes.Contains(0);
        Length = joinedSizes.Count > 0 ? joinedSizes[0] : 1;
        Stride = [.. joinedStrides.Select(s => s.Count > 0 ? s[0] : 1)];
        this.sizes = [.. joinedSizes.Skip(1)];
        this.strides = [.. joinedStrides.Select(s => s.Skip(1).ToArray())];
        position = new int[this.sizes.Length];
        offsets = new int[strides.Length];
    }

    /// <summary>How many elements a run has.</summary>
    internal int Length { get; }

    /// <summary>For each array, how far apart two neighbours of a run are.</summary>
    internal int[] Stride { get; }

    /// <summary>Where the current run starts in the array numbered <paramref name="array"/>.</summary>
    internal int Offset(int array) => offsets[array];

    /// <summary>Goes to the next run, at first to the first; false when all are done.</summary>
    internal bool Next()
    {
        if (!started)
            return started = !empty;

        for (var d = 0; d < sizes.Length; d++)
        {
            if (++position[d] < sizes[d])
            {
                for (var k = 0; k < offsets.Length; k++)
                    offsets[k] += strides[k][d];
                return true;
            }

            for (var k = 0; k < offsets.Length; k++)
                offsets[k] -= strides[k][d] * (sizes[d] - 1);
            position[d] = 0;
        }

        return false;
    }
}
