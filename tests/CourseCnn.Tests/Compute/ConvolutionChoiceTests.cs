namespace CourseCnn.Tests.Compute;

public class ConvolutionChoiceTests
{
    [Theory]
    [InlineData(1, 3, 3, 512, ConvolutionMethod.Direct)]
    [InlineData(1, 1, 50, 512, ConvolutionMethod.Fft)]
    [InlineData(64, 64, 3, 112, ConvolutionMethod.Winograd)]
    [InlineData(64, 192, 5, 27, ConvolutionMethod.ImplicitGemm)]
    public void The_sizes_decide(int inChannels, int outChannels, int kernel, int size, ConvolutionMethod expected)
    {
        var layer = new Conv2d(inChannels, outChannels, kernel);
        Assert.Contains($"is computed by {expected}, which is likely the fastest.", layer.Explain((1, inChannels, size, size)));
    }

    [Fact]
    public void A_layer_explains_what_it_takes_and_what_the_others_would_cost()
    {
        var text = new Conv2d(1, 1, (50, 50)) { Method = ConvolutionMethod.Direct }.Explain((1, 512, 512));
        Assert.StartsWith(
            "Conv2d(1, 1, kernelSize: (50, 50)) on an input of shape (1, 512, 512) is computed by Direct, because Method says so.\n"
            + "It makes 214,369 numbers, each the sum of 2,500 products. Estimated for one core:\n",
            text);
        Assert.Contains("→ Direct", text);
        Assert.Contains("  Winograd     not possible: needs a kernelSize of (3, 3), with stride, dilation and groups 1.", text);
        Assert.Equal(6, text.Split('\n').Length);
    }

    [Fact]
    public void A_method_that_cannot_do_it_says_what_it_needs()
    {
        var layer = new Conv2d(1, 1, 5) { Method = ConvolutionMethod.Winograd };
        var expected = "Conv2d(1, 1, kernelSize: (5, 5)) cannot be computed by ConvolutionMethod.Winograd, which needs a "
            + "kernelSize of (3, 3), with stride, dilation and groups 1: write Method = ConvolutionMethod.Auto.";
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => layer.Call(Tensor.Zeros((1, 9, 9)))).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => layer.Explain((1, 9, 9))).Message);

        layer.Method = ConvolutionMethod.Fft;
        Assert.Equal(new Shape(1, 5, 5), layer.Call(Tensor.Zeros((1, 9, 9))).Shape);
        var wide = new Conv2d(1, 1, (1, 1025)) { Method = ConvolutionMethod.Fft };
        Assert.Contains("at most 1024 pixels", Assert.Throws<ArgumentException>(() => wide.Call(Tensor.Zeros((1, 1, 1030)))).Message);
    }

    [Fact]
    public void There_are_no_other_methods() => Assert.Equal(
        "Conv2d(1, 1, kernelSize: (3, 3)) has no Method 9: write ConvolutionMethod.Auto, Direct, ImplicitGemm, Winograd or Fft.",
        Assert.Throws<ArgumentException>(() => new Conv2d(1, 1, 3) { Method = (ConvolutionMethod)9 }).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2000)]
    public void Threads_are_counted_from_one(int threads) =>
        Assert.Contains($"but got {threads}: write", Assert.Throws<ArgumentException>(() => Tensor.SetNumThreads(threads)).Message);
}
