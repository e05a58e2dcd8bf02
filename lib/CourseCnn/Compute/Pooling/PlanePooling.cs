using CourseCnn.Compute.Reductions;

namespace CourseCnn.Compute.Pooling;

/// <summary>Pooling on plain memory: one number for each window of a plane.</summary>
static class PlanePooling
{
    /// <summary>The greatest number of each window, NaN if it holds one. The border counts as minus infinity.</summary>
    /// <param name="sizes">The sizes of everything.</param>
    /// <param name="input">The planes.</param>
    /// <param name="output">One number for each window.</param>
    /// <param name="indices">Where in its plane each window's greatest number stands, the first of equal ones; or nothing.</param>
    public static void Max(in PoolingSizes sizes, ReadOnlySpan<float> input, Span<float> output, Span<int> indices = default)
    {
        if (indices.IsEmpty && MaxPooling.Can(sizes))
        {
            MaxPooling.Forward(sizes, input, output);
            return;
        }

        var ((height, width), (outHeight, outWidth)) = (sizes.Input, sizes.Output);
        var i = 0;
        for (var plane = 0; plane < sizes.Planes; plane++)
        {
            var numbers = input.Slice(plane * height * width, height * width);
            for (var y = 0; y < outHeight; y++)
                for (var x = 0; x < outWidth; x++, i++)
                {
                    var index = IndexOfMax(sizes, numbers, y, x);
                    output[i] = index < 0 ? float.NegativeInfinity : numbers[index];
                    if (!indices.IsEmpty)
                        indices[i] = index;
                }
        }
    }

    /// <summary>The mean of each window.</summary>
    /// <param name="sizes">The sizes of everything.</param>
    /// <param name="input">The planes.</param>
    /// <param name="output">One number for each window.</param>
    /// <param name="countIncludePad">Whether the border's zeros count among the numbers of which the mean is taken.</param>
    /// <param name="divisor">What sums are divided by instead of that count; null for the count.</param>
    public static void Average(in PoolingSizes sizes, ReadOnlySpan<float> input, Span<float> output, bool countIncludePad, int? divisor)
    {
        var ((height, width), (outHeight, outWidth)) = (sizes.Input, sizes.Output);
        var i = 0;
        for (var plane = 0; plane < sizes.Planes; plane++)
        {
            var numbers = input.Slice(plane * height * width, height * width);
            for (var y = 0; y < outHeight; y++)
            {
                var rows = Window.At(y, sizes.Stride.Height, sizes.Padding.Height, sizes.Kernel.Height);
                for (var x = 0; x < outWidth; x++, i++)
                {
                    var columns = Window.At(x, sizes.Stride.Width, sizes.Padding.Width, sizes.Kernel.Width);
                    var (inRows, inColumns) = (rows.Within(height), columns.Within(width));

                    // In ceil mode the last window may reach beyond the border; nothing there counts.
                    var count = divisor ?? (countIncludePad
                        ? rows.Before(height + sizes.Padding.Height).Length * columns.Before(width + sizes.Padding.Width).Length
                        : inRows.Length * inColumns.Length);
                    output[i] = inRows.Length <= 0 || inColumns.Length <= 0 ? 0 : Sum(numbers, width, inRows, inColumns) / count;
                }
            }
        }
    }

    /// <summary>The means of windows that cover each plane evenly, however many there shall be.</summary>
    public static void AdaptiveAverage(int planes, Size2d inputSize, Size2d outputSize, ReadOnlySpan<float> input, Span<float> output)
    {
        var ((height, width), (outHeight, outWidth)) = (inputSize, outputSize);
        var i = 0;
        for (var plane = 0; plane < planes; plane++)
        {
            var numbers = input.Slice(plane * height * width, height * width);
            for (var y = 0; y < outHeight; y++)
            {
                var rows = Window.Part(y, outHeight, height);
                for (var x = 0; x < outWidth; x++)
                {
                    var columns = Window.Part(x, outWidth, width);
                    var sum = 0.0;
                    for (var row = rows.From; row < rows.To; row++)
                        sum += Reduction.Sum(numbers.Slice(row * width + columns.From, columns.Length));
                    output[i++] = (float)(sum / ((double)rows.Length * columns.Length));
                }
            }
        }
    }

    static int IndexOfMax(in PoolingSizes sizes, ReadOnlySpan<float> numbers, int placeY, int placeX)
    {
        var (height, width) = sizes.Input;
        var rows = Window.At(placeY, sizes.Stride.Height, sizes.Padding.Height, sizes.Reach.Height);
        var columns = Window.At(placeX, sizes.Stride.Width, sizes.Padding.Width, sizes.Reach.Width);
        var (firstRow, firstColumn) = (First(rows.From, sizes.Dilation.Height), First(columns.From, sizes.Dilation.Width));
        var (lastRow, lastColumn) = (Math.Min(rows.To, height), Math.Min(columns.To, width));

        var found = -1;
        var greatest = float.NegativeInfinity;
        for (var y = firstRow; y < lastRow; y += sizes.Dilation.Height)
            for (var x = firstColumn; x < lastColumn; x += sizes.Dilation.Width)
            {
                var number = numbers[y * width + x];
                if (number > greatest || float.IsNaN(number) || found < 0)
                    (greatest, found) = (number, y * width + x);
            }

        return found;
    }

    /// <summary>The first row (or column) inside the input that a window with gaps meets.</summary>
    static int First(int from, int dilation) => from >= 0 ? from : from + (-from + dilation - 1) / dilation * dilation;

    /// <summary>A window's sum. Windows are small, and this is how PyTorch rounds.</summary>
    static float Sum(ReadOnlySpan<float> numbers, int width, Window rows, Window columns)
    {
        var sum = 0f;
        for (var y = rows.From; y < rows.To; y++)
            foreach (var number in numbers.Slice(y * width + columns.From, columns.Length))
                sum += number;
        return sum;
    }
}
