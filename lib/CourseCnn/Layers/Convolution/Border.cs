using CourseCnn.Compute.Convolution;
using CourseCnn.Modules;

namespace CourseCnn.Layers.Convolution;

/// <summary>A border around pictures that is made of the pictures themselves.</summary>
static class Border
{
    /// <summary>The input with a border as its padding mode says; an error sentence where the picture is too small for that.</summary>
    public static float[] Fill(ReadOnlySpan<float> input, in ConvolutionSizes sizes, Conv2dArguments arguments)
    {
        var rows = Sources(sizes.Input.Height, sizes.PaddingBefore.Height, sizes.PaddingAfter.Height, arguments);
        var columns = Sources(sizes.Input.Width, sizes.PaddingBefore.Width, sizes.PaddingAfter.Width, arguments);
        var (height, width) = sizes.Input;

        var padded = new float[sizes.Batch * sizes.InChannels * rows.Length * columns.Length];
        var i = 0;
        for (var plane = 0; plane < sizes.Batch * sizes.InChannels; plane++)
            foreach (var y in rows)
            {
                var row = input.Slice((plane * height + y) * width, width);
                foreach (var x in columns)
                    padded[i++] = row[x];
            }

        return padded;
    }

    /// <summary>For each place along a padded side, the place in the picture that it repeats.</summary>
    static int[] Sources(int size, int before, int after, Conv2dArguments arguments)
    {
        var largest = arguments.PaddingMode switch
        {
            PaddingMode.Reflect => size - 1,
            PaddingMode.Circular => size,
            _ => size == 0 ? 0 : int.MaxValue,
        };
        if (Math.Max(before, after) > largest)
            throw new ArgumentException(FormattableString.Invariant(
                $"{arguments} cannot fill a border of {Math.Max(before, after)} from a picture of {CodeText.Plural(size, "pixel")}: ")
                + FormattableString.Invariant($"write a padding of at most {largest}."));

        var sources = new int[before + size + after];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = Source(i - before, size, arguments.PaddingMode);
        return sources;
    }

    static int Source(int i, int size, PaddingMode mode) => mode switch
    {
        PaddingMode.Reflect when i < 0 => -i,
        PaddingMode.Reflect when i >= size => 2 * (size - 1) - i,
        PaddingMode.Circular => (i + size) % size,
        _ => Math.Clamp(i, 0, size - 1),
    };
}
