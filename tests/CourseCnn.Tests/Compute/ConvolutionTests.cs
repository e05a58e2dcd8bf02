using CourseCnn.Tests.PyTorch;
using CsCheck;

namespace CourseCnn.Tests.Compute;

public class ConvolutionTests
{
    const long Cases = 300;

    [Fact]
    public void Any_convolution_agrees_with_its_definition() => ConvolutionCase.Any.Sample(
        any =>
        {
            var expected = any.Naive();
            var tolerance = 3e-6 * Math.Max(1e-3, expected.Select(Math.Abs).DefaultIfEmpty().Max());
            Assert.All(expected.Zip(any.Forward()), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        },
        iter: Cases);

    [Fact]
    public void Convolution_is_linear_in_its_input() => ConvolutionCase.Any.Sample(
        any =>
        {
            var other = any.Input.Reverse().ToArray();
            var combined = any.Input.Zip(other, (a, b) => 2 * a - 3 * b).ToArray();
            var expected = any.Forward(any.Input, any.Weight, []).Zip(any.Forward(other, any.Weight, []), (a, b) => 2 * a - 3 * b);
            Assert.All(expected.Zip(any.Forward(combined, any.Weight, [])), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
        },
        iter: Cases);

    [Fact]
    public void A_kernel_with_a_single_one_shifts_the_picture() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 40], Gen.Int[0, 4], Gen.Int[0, 4]).Sample((height, width, dy, dx) =>
        {
            var image = Tensor.Rand((1, height, width));
            var kernel = new Tensor(new float[25], (1, 1, 5, 5));
            kernel.Span[dy * 5 + dx] = 1;
            var shifted = Functional.Conv2d(image, kernel, padding: 2);

            Assert.Equal(image.Shape, shifted.Shape);
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                    Assert.Equal(At(image, y + dy - 2, x + dx - 2), At(shifted, y, x));
        });

    [Fact]
    public void Padding_by_half_an_odd_kernel_keeps_the_size() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 20], Gen.Int[1, 20]).Sample((halfHeight, halfWidth, height, width) =>
        {
            var layer = new Conv2d(1, 1, (2 * halfHeight + 1, 2 * halfWidth + 1), padding: (halfHeight, halfWidth));
            Assert.Equal(new Shape(1, height, width), layer.Call(Tensor.Rand((1, height, width))).Shape);
        });

    [Fact]
    public void A_stride_picks_from_what_stride_1_computes() => ConvolutionCase.Any.Sample(
        any =>
        {
            var dense = any with { Sizes = any.Sizes with { Stride = 1 } };
            var (all, picked) = (dense.Forward(), any.Forward());
            var (height, width) = any.Sizes.Output;
            for (var i = 0; i < picked.Length; i++)
            {
                var (plane, y, x) = (i / (height * width), i / width % height, i % width);
                var row = plane * dense.Sizes.Output.Height + y * any.Sizes.Stride.Height;
                Assert.Equal(all[row * dense.Sizes.Output.Width + x * any.Sizes.Stride.Width], picked[i], 1e-4f);
            }
        },
        iter: Cases);

    [Fact]
    public void Groups_are_convolutions_side_by_side() =>
        Gen.Int[2, 4].Sample(groups =>
        {
            var (input, weight) = (Tensor.Rand((groups * 2, 9, 11)), Tensor.Randn((groups * 3, 2, 3, 3)));
            var together = Functional.Conv2d(input, weight, groups: groups);
            for (var group = 0; group < groups; group++)
            {
                var alone = Functional.Conv2d(Part(input, group, groups), Part(weight, group, groups));
                Close.Exactly(alone, Part(together, group, groups));
            }
        });

    [Theory]
    [InlineData(ConvolutionMethod.Auto)]
    [InlineData(ConvolutionMethod.Direct)]
    [InlineData(ConvolutionMethod.ImplicitGemm)]
    [InlineData(ConvolutionMethod.Fft)]
    public void A_long_sum_of_like_signs_stays_accurate(ConvolutionMethod method)
    {
        var seeded = ConvolutionCase.Seeded(new() { Batch = 1, InChannels = 256, OutChannels = 1, Input = 12, Kernel = 9 });
        var any = seeded with { Input = [.. seeded.Input.Select(Math.Abs)], Weight = [.. seeded.Weight.Select(Math.Abs)], Bias = [] };
        var expected = any.Naive();
        Assert.All(expected.Zip(any.Forward(method)), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * expected.Max()));
    }

    [Fact]
    public void The_result_does_not_depend_on_how_the_work_was_shared()
    {
        // Large enough to be shared between cores, next to the same rows one at a time.
        var (input, weight) = (Tensor.Rand((4, 60, 70)), Tensor.Randn((8, 4, 5, 5)));
        var together = Functional.Conv2d(input, weight);
        for (var channel = 0; channel < 8; channel++)
            Close.Exactly(Functional.Conv2d(input, Part(weight, channel, 8)), Part(together, channel, 8));
    }

    [Fact]
    public void No_pictures_give_no_outputs() =>
        Assert.Equal(new Shape(0, 2, 4, 4), new Conv2d(1, 2, 3).Call(new Tensor([], (0, 1, 6, 6))).Shape);

    static float At(Tensor image, int y, int x) =>
        y < 0 || x < 0 || y >= image.Shape[1] || x >= image.Shape[2] ? 0 : image.Span[y * image.Shape[2] + x];

    static Tensor Part(Tensor tensor, int part, int parts)
    {
        var sizes = tensor.Shape.ToArray();
        sizes[0] /= parts;
        return new Tensor([.. tensor.Span.Slice(part * (tensor.Count / parts), tensor.Count / parts)], sizes);
    }
}
