using CourseCnn.Compute.Pooling;
using CourseCnn.Tests.PyTorch;
using CsCheck;

namespace CourseCnn.Tests.Layers.Pooling;

/// <summary>Poolings of any sizes against their definition: every window, pixel by pixel.</summary>
public class PoolingTests
{
    static readonly Gen<PoolingSizes> AnySizes =
        from planes in Gen.Int[1, 3]
        from input in Size(1, 9)
        from kernel in Size(1, 4)
        from stride in Size(1, 4)
        from dilation in Size(1, 3)
        from halves in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2])
        from ceil in Gen.Bool
        let sizes = new PoolingSizes
        {
            Planes = planes,
            Input = input,
            Kernel = kernel,
            Stride = stride,
            Dilation = dilation,
            Padding = (Math.Min(halves.Item1, kernel.Height / 2), Math.Min(halves.Item2, kernel.Width / 2)),
            CeilMode = ceil,
        }
        where sizes.Output.Smallest > 0
        select sizes;

    [Fact]
    public void Max_pooling_agrees_with_its_definition() => Sample((sizes, input) =>
    {
        var output = new float[sizes.OutputLength];
        PlanePooling.Max(sizes, input, output);
        Assert.Equal(Windows(sizes, input).Select(window => window.Inside.DefaultIfEmpty(float.NegativeInfinity).Max()), output);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Average_pooling_agrees_with_its_definition(bool countIncludePad) => Sample((any, input) =>
    {
        var sizes = any with { Dilation = 1 };
        if (sizes.Output.Smallest < 1)
            return;

        var output = new float[sizes.OutputLength];
        PlanePooling.Average(sizes, input, output, countIncludePad, divisor: null);
        Assert.All(
            Windows(sizes, input).Zip(output),
            pair =>
            {
                var (inside, countWithBorder) = pair.First;
                var expected = inside.Count == 0 ? 0 : inside.Sum() / (countIncludePad ? countWithBorder : inside.Count);
                Assert.Equal(expected, pair.Second, 1e-5f);
            });
    });

    [Fact]
    public void A_window_in_ceil_mode_starts_inside_the_picture_or_left_of_it() => AnySizes.Sample(sizes =>
    {
        Assert.True((sizes.Output.Height - 1) * sizes.Stride.Height < sizes.Input.Height + sizes.Padding.Height);
        Assert.True((sizes.Output.Width - 1) * sizes.Stride.Width < sizes.Input.Width + sizes.Padding.Width);
        var without = sizes with { CeilMode = false };
        Assert.InRange(sizes.Output.Height - without.Output.Height, 0, 1);
    });

    [Fact]
    public void Adaptive_pooling_to_the_pictures_own_size_changes_nothing_and_to_1_takes_the_mean()
    {
        var x = Tensor.Rand((3, 7, 5));
        Close.Exactly(x, new AdaptiveAvgPool2d((null, 5)).Call(x));
        Close.Absolute(x.Mean([1, 2], keepDim: true), new AdaptiveAvgPool2d(1).Call(x), 1e-6);
        Assert.Equal(new Shape(3, 20, 11), new AdaptiveAvgPool2d((20, 11)).Call(x).Shape);
    }

    [Fact]
    public void A_divisor_replaces_the_count() =>
        Assert.Equal([5f], new AvgPool2d(2, divisorOverride: 2).Call(Tensor.Of([[[1, 2], [3, 4]]])).ToArray());

    static void Sample(Action<PoolingSizes, float[]> check) =>
        (from sizes in AnySizes from input in Gen.Float[-5, 5].Array[sizes.InputLength] select (sizes, input))
            .Sample(any => check(any.sizes, any.input));

    static IEnumerable<(List<float> Inside, int CountWithBorder)> Windows(PoolingSizes sizes, float[] input)
    {
        for (var plane = 0; plane < sizes.Planes; plane++)
            for (var y = 0; y < sizes.Output.Height; y++)
                for (var x = 0; x < sizes.Output.Width; x++)
                    yield return Window(sizes, input, plane, y, x);
    }

    static (List<float> Inside, int CountWithBorder) Window(PoolingSizes s, float[] input, int plane, int y, int x)
    {
        var (inside, count) = (new List<float>(), 0);
        for (var ky = 0; ky < s.Kernel.Height; ky++)
            for (var kx = 0; kx < s.Kernel.Width; kx++)
            {
                var iy = y * s.Stride.Height + ky * s.Dilation.Height - s.Padding.Height;
                var ix = x * s.Stride.Width + kx * s.Dilation.Width - s.Padding.Width;
                if (iy < s.Input.Height + s.Padding.Height && ix < s.Input.Width + s.Padding.Width)
                    count++;
                if (iy >= 0 && iy < s.Input.Height && ix >= 0 && ix < s.Input.Width)
                    inside.Add(input[(plane * s.Input.Height + iy) * s.Input.Width + ix]);
            }

        return (inside, count);
    }

    static Gen<Size2d> Size(int least, int most) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[least, most], (height, width) => new Size2d(height, width));
}
