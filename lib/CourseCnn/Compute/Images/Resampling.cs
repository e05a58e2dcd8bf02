namespace CourseCnn.Compute.Images;

/// <summary>Gives a plane of pixels another size, first along the rows, then along the columns.</summary>
static class Resampling
{
    /// <summary>A new pixel is the sum of old ones, from <paramref name="Start"/> on, each times its weight; weights sum to 1.</summary>
    readonly record struct Window(int Start, double[] Weights);

    internal static void Resize(ReadOnlySpan<float> source, int rows, int columns, Span<float> target, int newRows, int newColumns)
    {
        var across = Windows(columns, newColumns);
        var down = Windows(rows, newRows);

        var narrow = new double[rows * newColumns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < newColumns; column++)
            {
                var (start, weights) = across[column];
                double sum = 0;
                for (var k = 0; k < weights.Length; k++)
                    sum += weights[k] * source[row * columns + start + k];
                narrow[row * newColumns + column] = sum;
            }
        }

        for (var row = 0; row < newRows; row++)
        {
            var (start, weights) = down[row];
            for (var column = 0; column < newColumns; column++)
            {
                double sum = 0;
                for (var k = 0; k < weights.Length; k++)
                    sum += weights[k] * narrow[(start + k) * newColumns + column];
                target[row * newColumns + column] = (float)sum;
            }
        }
    }

    static Window[] Windows(int size, int newSize)
    {
        var scale = (double)size / newSize;
        return [.. Enumerable.Range(0, newSize).Select(i =>
            newSize <= size ? Area(i, size, newSize) : Between((i + .5) * scale - .5, size))];
    }

    /// <summary>The old pixels that the new one covers, each by how much of it is covered.</summary>
    /// <remarks>In units of 1/newSize of an old pixel everything is whole, and nothing is lost to rounding.</remarks>
    static Window Area(long i, long size, long newSize)
    {
        var (from, to) = (i * size, (i + 1) * size);
        var start = from / newSize;
        var end = (to + newSize - 1) / newSize;
        var weights = new double[end - start];
        for (var pixel = start; pixel < end; pixel++)
            weights[pixel - start] = (Math.Min(to, (pixel + 1) * newSize) - Math.Max(from, pixel * newSize)) / (double)size;
        return new((int)start, weights);
    }

    /// <summary>The two old pixels around a place, the nearer one counting more; beyond the border the outermost one.</summary>
    static Window Between(double place, int size)
    {
        place = Math.Clamp(place, 0, size - 1);
        var start = Math.Min((int)place, Math.Max(0, size - 2));
        var share = place - start;
        return size == 1 ? new(0, [1]) : new(start, [1 - share, share]);
    }
}
