using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Diagrams;

public class PlotKernelsTests
{
    static readonly Tensor Colour = Drawn.Ramp((3, 12, 10));

    [Theory]
    [InlineData(1, 3, 3, true, "3 kernels × (1 × 3 × 3 weights + 1 bias) = 30")]
    [InlineData(3, 2, 5, true, "2 kernels × (3 × 5 × 5 weights + 1 bias) = 152")]
    [InlineData(3, 1, 3, false, "1 kernel × (3 × 3 × 3 weights) = 27")]
    [InlineData(64, 192, 5, true, "192 kernels × (64 × 5 × 5 weights + 1 bias) = 307,392")]
    public void The_number_of_parameters_is_worked_out(int inChannels, int outChannels, int kernel, bool bias, string sum) =>
        Assert.Contains(sum, Drawn.Texts(Plots.PlotKernels(new Conv2d(inChannels, outChannels, kernel, bias: bias))));

    [Fact]
    public void Groups_have_slices_for_their_own_channels_only() =>
        Assert.Contains("4 kernels × (2 × 3 × 3 weights + 1 bias) = 76", Drawn.Texts(Plots.PlotKernels(new Conv2d(4, 4, 3, groups: 2))));

    [Fact]
    public void Kernels_channels_and_maps_are_pictures()
    {
        var layer = new Conv2d(3, 2, 3);
        Assert.Equal(3 + 2 * 3 + 2, Drawn.Elements(Plots.PlotKernels(layer, Colour), "image").Count);
        Assert.Equal(2 * 3, Drawn.Elements(Plots.PlotKernels(layer), "image").Count);
    }

    [Fact]
    public void Of_many_kernels_some_are_drawn_and_the_others_told()
    {
        var figure = Plots.PlotKernels(new Conv2d(64, 192, 5));
        Assert.Contains("Drawn are 3 of 64 channels and 4 of 192 kernels.", Drawn.Texts(figure));
        Assert.Equal(3 * 4, Drawn.Elements(figure, "image").Count);
    }

    [Fact]
    public void A_listener_is_told_sizes_and_count() => Assert.Equal(
        "A picture of 12 by 10 pixels of 3 channels passes through 2 kernels of 3 by 3. Each kernel has one slice for each channel; "
        + "what the slices make is added up to one feature map of 10 by 8. Parameters: 2 kernels × (3 × 3 × 3 weights + 1 bias) = 56. "
        + "The size of the picture plays no part in it.",
        Plots.PlotKernels(new Conv2d(3, 2, 3), Colour).Alt);

    [Fact]
    public void A_picture_must_have_the_layers_channels() => Assert.Contains(
        "3 channels", Assert.Throws<ArgumentException>(() => Plots.PlotKernels(new Conv2d(3, 2, 3), Colour[0])).Message);
}
