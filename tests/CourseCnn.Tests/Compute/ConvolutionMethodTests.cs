using CourseCnn.Compute.Convolution;
using CourseCnn.Tests.PyTorch;
using CsCheck;

namespace CourseCnn.Tests.Compute;

public class ConvolutionMethodTests
{
    const long Cases = 100;

    static readonly ConvolutionMethod[] All =
        [ConvolutionMethod.Direct, ConvolutionMethod.ImplicitGemm, ConvolutionMethod.Winograd, ConvolutionMethod.Fft];

    [Theory]
    [InlineData(ConvolutionMethod.Direct, 3e-6)]
    [InlineData(ConvolutionMethod.ImplicitGemm, 3e-6)]
    [InlineData(ConvolutionMethod.Fft, 3e-6)]
    public void Every_method_agrees_with_the_definition(ConvolutionMethod method, double tolerance) =>
        ConvolutionCase.Any.Sample(any => Agrees(any, method, tolerance), iter: Cases);

    [Fact]
    public void Winograds_method_agrees_with_the_definition() =>
        ConvolutionCase.ThreeByThree.Sample(any => Agrees(any, ConvolutionMethod.Winograd, 2e-5), iter: Cases);

    [Fact]
    public void Kernels_over_one_channel_agree_with_the_definition() =>
        ConvolutionCase.OneChannel.Sample(any => Agrees(any, ConvolutionMethod.Direct, 3e-6), iter: Cases);

    [Theory, MemberData(nameof(Sizes))]
    public void Methods_agree_where_sizes_are_large(int inChannels, int outChannels, int kernel, int size, int stride, int groups)
    {
        var any = ConvolutionCase.Seeded(new()
        {
            Batch = 2,
            InChannels = inChannels,
            OutChannels = outChannels,
            Input = size,
            Kernel = kernel,
            Stride = stride,
            Groups = groups,
            PaddingBefore = kernel / 2,
            PaddingAfter = kernel / 2,
        });
        var expected = any.Naive();
        foreach (var method in All.Where(method => ConvolutionAlgorithms.Of(method)!.Obstacle(any.Sizes) is null))
            Agrees(any, expected, method, method == ConvolutionMethod.Winograd ? 2e-5 : 3e-6);
    }

    public static TheoryData<int, int, int, int, int, int> Sizes => new()
    {
        // The edges of tiles and panels: 3 rows, 64 columns, blocks of 48 places and 96 rows, 128 steps.
        { 1, 1, 3, 200, 1, 1 },
        { 1, 4, 5, 70, 1, 1 },
        { 2, 5, 3, 64, 1, 1 },
        { 1, 1, 21, 90, 1, 1 },
        { 1, 1, 25, 100, 3, 1 },
        { 1, 2, 40, 60, 2, 1 },
        { 3, 65, 7, 30, 2, 1 },
        { 40, 70, 3, 13, 1, 1 },
        { 130, 33, 3, 9, 1, 1 },
        { 16, 16, 3, 20, 1, 16 },
        { 12, 8, 5, 17, 1, 4 },
        { 7, 3, 1, 65, 1, 1 },
        // Bands of 32 rows that roll down, columns dealt into 2, 5 and 7 parts, tall tiles of 6 rows with some left over.
        { 1, 2, 3, 75, 1, 1 },
        { 6, 12, 3, 40, 1, 6 },
        { 1, 1, 9, 90, 2, 1 },
        { 2, 4, 11, 70, 5, 2 },
        { 1, 2, 29, 80, 7, 1 },
        { 20, 64, 3, 11, 2, 1 },
    };

    [Theory, MemberData(nameof(Sizes))]
    public void The_number_of_threads_makes_no_difference(int inChannels, int outChannels, int kernel, int size, int stride, int groups)
    {
        var layer = new Conv2d(inChannels, outChannels, kernel, stride, kernel / 2, groups: groups);
        var input = Tensor.Randn((3, inChannels, size, size));
        foreach (var method in All.Prepend(ConvolutionMethod.Auto))
        {
            if (method == ConvolutionMethod.Winograd && (kernel != 3 || stride != 1 || groups != 1))
                continue;
            layer.Method = method;
            var alone = Threads.With(1, () => layer.Call(input));
            Close.Exactly(alone, Threads.With(2, () => layer.Call(input)));
            Close.Exactly(alone, Threads.With(5, () => layer.Call(input)));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void An_infinite_pixel_reaches_only_the_outputs_whose_patches_hold_it(int kernel)
    {
        foreach (var bad in new[] { float.NaN, float.PositiveInfinity })
        {
            var input = Tensor.Ones((1, 200, 200));
            input.Span[150 * 200 + 150] = bad;
            var output = new Conv2d(1, 1, kernel).Call(input);
            for (var y = 0; y < output.Shape[1]; y++)
                for (var x = 0; x < output.Shape[2]; x++)
                    Assert.Equal(
                        y + kernel <= 150 || y > 150 || x + kernel <= 150 || x > 150, float.IsFinite(output.Span[y * output.Shape[2] + x]));
        }
    }

    [Theory]
    [InlineData(ConvolutionMethod.ImplicitGemm)]
    [InlineData(ConvolutionMethod.Winograd)]
    [InlineData(ConvolutionMethod.Fft)]
    public void What_is_kept_of_the_weights_follows_them(ConvolutionMethod method)
    {
        var layer = new Conv2d(8, 8, 3) { Method = method };
        var input = Tensor.Randn((8, 12, 12));
        var view = layer.Weight.Reshape(-1);
        foreach (var change in new Action[] { () => layer.Weight = Tensor.Randn(layer.Weight.Shape), () => view.Span[17] += 1 })
        {
            layer.Call(input);
            change();
            var fresh = new Conv2d(8, 8, 3) { Method = method, Weight = layer.Weight, Bias = layer.Bias };
            Close.Exactly(fresh.Call(input), layer.Call(input));
        }

        var before = layer.Call(input);
        Tensor.EmptyCache();
        Close.Exactly(before, layer.Call(input));
    }

    static void Agrees(ConvolutionCase any, ConvolutionMethod method, double tolerance) => Agrees(any, any.Naive(), method, tolerance);

    static void Agrees(ConvolutionCase any, double[] expected, ConvolutionMethod method, double tolerance)
    {
        var most = tolerance * Math.Max(1e-3, any.Magnitude(expected));
        var output = any.Forward(method);
        for (var i = 0; i < expected.Length; i++)
            if (!(Math.Abs(expected[i] - output[i]) <= most))
                Assert.Fail(
                    FormattableString.Invariant($"{method}, output {i} of {any.Sizes}: expected {expected[i]:R}, got {output[i]:R}."));
    }
}
