using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Layers.Convolution;

public class Conv2dTests
{
    [Fact]
    public void A_single_picture_is_convolved_without_a_batch()
    {
        var layer = new Conv2d(2, 3, (3, 5));
        var image = Tensor.Rand((2, 8, 9));
        var batch = layer.Call(new Tensor(image.Storage, (1, 2, 8, 9)));
        Assert.Equal(new Shape(1, 3, 6, 5), batch.Shape);
        Close.Exactly(new Tensor(batch.Storage, (3, 6, 5)), layer.Call(image));
    }

    [Fact]
    public void A_kernel_can_be_given()
    {
        var layer = new Conv2d(1, 1, 2, bias: false) { Weight = new Tensor([1, 2, 3, 4], (1, 1, 2, 2)) };
        Close.Exactly(new Tensor([37, 47, 67, 77], (1, 2, 2)), layer.Call(new Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], (1, 3, 3))));
    }

    [Fact]
    public void Setting_a_weight_writes_into_the_parameter_that_others_hold()
    {
        var layer = new Conv2d(1, 1, 2);
        var held = layer.Parameters()[0];
        layer.Weight = new Tensor([1, 2, 3, 4], (1, 1, 2, 2));
        Assert.Equal([1, 2, 3, 4], held.Span.ToArray());
        Assert.Same(held, layer.Weight);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(2, 1)]
    [InlineData(3, 5)]
    public void Padding_same_keeps_the_size_for_even_kernels_too(int height, int width)
    {
        var layer = new Conv2d(1, 1, (height, width), padding: "same", dilation: 2);
        Assert.Equal(new Shape(1, 7, 9), layer.Call(Tensor.Rand((1, 7, 9))).Shape);
    }

    [Fact]
    public void Padding_same_puts_the_odd_row_below_and_to_the_right()
    {
        var layer = new Conv2d(1, 1, 2, padding: "same", bias: false) { Weight = new Tensor([0, 0, 0, 1], (1, 1, 2, 2)) };
        Close.Exactly(new Tensor([4, 0, 0, 0], (1, 2, 2)), layer.Call(new Tensor([1, 2, 3, 4], (1, 2, 2))));
    }

    [Theory]
    [InlineData(PaddingMode.Zeros, new float[] { 0, 0, 1, 2, 3, 0, 0 })]
    [InlineData(PaddingMode.Reflect, new float[] { 3, 2, 1, 2, 3, 2, 1 })]
    [InlineData(PaddingMode.Replicate, new float[] { 1, 1, 1, 2, 3, 3, 3 })]
    [InlineData(PaddingMode.Circular, new float[] { 2, 3, 1, 2, 3, 1, 2 })]
    public void A_border_is_filled_as_its_mode_says(PaddingMode mode, float[] expected)
    {
        var layer = new Conv2d(1, 1, 1, padding: (0, 2), bias: false, paddingMode: mode) { Weight = new Tensor([1], (1, 1, 1, 1)) };
        Assert.Equal(expected, layer.Call(new Tensor([1, 2, 3], (1, 1, 3))).Span.ToArray());
    }

    [Theory]
    [InlineData(PaddingMode.Reflect, 2)]
    [InlineData(PaddingMode.Circular, 3)]
    public void A_border_cannot_be_wider_than_its_picture(PaddingMode mode, int most) =>
        Says(
            $"Conv2d(1, 1, kernelSize: (3, 3), padding: (4, 4), paddingMode: PaddingMode.{mode}) "
            + $"cannot fill a border of 4 from a picture of 3 pixels: write a padding of at most {most}.",
            () => new Conv2d(1, 1, 3, padding: 4, paddingMode: mode).Call(Tensor.Rand((1, 3, 3))));

    [Fact]
    public void A_wrong_number_of_channels_is_named() => Says(
        "Conv2d(1, 3, kernelSize: (5, 5)) needs an input of 1 channel, but got shape (3, 200, 200): 3 channels.",
        () => new Conv2d(1, 3, kernelSize: (5, 5)).Call(Tensor.Rand((3, 200, 200))));

    [Fact]
    public void A_picture_without_channels_is_told_how_to_get_them() => Says(
        "Conv2d(1, 3, kernelSize: (5, 5)) needs an input of shape (N, 1, H, W) or (1, H, W), but got shape (200, 200): "
        + "write image[null, null, ..] to add the two dimensions in front.",
        () => new Conv2d(1, 3, 5).Call(Tensor.Rand((200, 200))));

    [Fact]
    public void Too_large_a_kernel_is_told_what_would_fit() => Says(
        "Conv2d(1, 1, kernelSize: (50, 51), padding: (1, 0)) reaches over 50 x 51 pixels, but got shape (1, 28, 28), "
        + "30 x 28 pixels with its padding: write a smaller kernelSize, or padding: (11, 12).",
        () => new Conv2d(1, 1, (50, 51), padding: (1, 0)).Call(Tensor.Rand((1, 28, 28))));

    [Theory]
    [InlineData(0, 1, 3, 1, 0, 1, 1, "Conv2d needs an inChannels of at least 1, but got 0: write for example inChannels: 1.")]
    [InlineData(1, -2, 3, 1, 0, 1, 1, "Conv2d needs an outChannels of at least 1, but got -2: write for example outChannels: 1.")]
    [InlineData(
        1, 1, 0, 1, 0, 1, 1,
        "Conv2d needs a kernelSize of at least 1 in both directions, but got 0: write for example kernelSize: 3.")]
    [InlineData(1, 1, 3, 0, 0, 1, 1, "Conv2d needs a stride of at least 1 in both directions, but got 0: write for example stride: 1.")]
    [InlineData(1, 1, 3, 1, -1, 1, 1, "Conv2d needs a padding of at least 0 in both directions, but got -1: write for example padding: 0.")]
    [InlineData(1, 1, 3, 1, 0, 0, 1, "Conv2d needs a dilation of at least 1 in both directions, but got 0: write for example dilation: 1.")]
    [InlineData(1, 1, 3, 1, 0, 1, 0, "Conv2d needs at least 1 group, but got groups: 0. Leave it out, or write groups: 1.")]
    [InlineData(
        6, 4, 3, 1, 0, 1, 4,
        "Conv2d(6, 4, kernelSize: (3, 3), groups: 4) cannot split 6 input and 4 output channels into 4 equal groups: "
        + "write groups: 1 or 2.")]
    [InlineData(1, 1, 3, 1, 2147483647, 1, 1, "Conv2d takes a padding of at most 16777216, but got 2147483647.")]
    public void Impossible_arguments_are_explained(
        int inChannels, int outChannels, int kernelSize, int stride, int padding, int dilation, int groups, string sentence) => Says(
            sentence,
            () => _ = new Conv2d(inChannels, outChannels, kernelSize, stride, padding, dilation, groups));

    [Fact]
    public void A_shape_that_no_memory_holds_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Conv2d(1, 1, 3, padding: 1 << 24).Call(Tensor.Rand((1, 8, 8))));
        Assert.Throws<ArgumentException>(() => new Conv2d(1 << 20, 1, 1 << 12));
    }

    [Fact]
    public void Keeping_the_size_needs_stride_1() => Says(
        "Conv2d(1, 1, kernelSize: (3, 3), stride: (2, 2), padding: \"same\") cannot keep the input's size with a stride of 2: "
        + "write stride: 1, or the padding as a number.",
        () => _ = new Conv2d(1, 1, 3, stride: 2, padding: "same"));

    [Fact]
    public void An_unknown_padding_is_refused() => Says(
        "A padding is a number, a size such as (1, 2), \"same\" or \"valid\", but got \"full\".",
        () => _ = new Conv2d(1, 1, 3, padding: "full"));

    [Fact]
    public void A_kernel_of_another_shape_is_refused() => Says(
        "Conv2d(1, 1, kernelSize: (3, 3)) has a weight of shape (1, 1, 3, 3), but got shape (3, 3): "
        + "write .Reshape((1, 1, 3, 3)) behind it.",
        () => new Conv2d(1, 1, 3).Weight = Tensor.Rand((3, 3)));

    [Fact]
    public void A_layer_without_a_bias_takes_none() => Says(
        "Conv2d(1, 1, kernelSize: (3, 3)) was built without a bias: leave out \"bias: false\" to give it one.",
        () => new Conv2d(1, 1, 3, bias: false).Bias = Tensor.Rand(1));

    [Fact]
    public void A_given_kernel_without_channels_is_told_how_to_get_them() => Says(
        "Conv2d needs a weight of shape (out channels, in channels / groups, height, width), but got shape (3, 3): "
        + "write kernel[null, null, ..] for a single kernel.",
        () => Functional.Conv2d(Tensor.Rand((1, 9, 9)), Tensor.Rand((3, 3))));

    static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
