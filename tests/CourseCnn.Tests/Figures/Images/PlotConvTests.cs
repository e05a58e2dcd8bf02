namespace CourseCnn.Tests.Figures.Images;

public class PlotConvTests
{
    static readonly Tensor Grey = Ramp((4, 5));
    static readonly Tensor Colour = Ramp((3, 4, 5));
    static readonly Tensor Kernel = new([0, 1, -1, 0, 2, 0], (2, 3));

    [Fact]
    public void A_kernel_on_a_grey_picture_shows_original_and_filtered()
    {
        var panels = Plots.PlotConv(Grey, Kernel).Panels;
        Assert.Equal(["Original", "Filtered"], panels.Select(panel => panel.Title));
        Assert.Equal(Grey.Span, panels[0].Picture.Values);
        Assert.Equal(Convolve(Grey.Span, Kernel.Span), panels[1].Picture.Values.ToArray());
    }

    [Fact]
    public void A_flat_kernel_filters_each_channel_of_a_colour_picture_by_itself()
    {
        var filtered = Plots.PlotConv(Colour, Kernel).Panels[1].Picture;
        Assert.Equal(3, filtered.Channels);
        for (var channel = 0; channel < 3; channel++)
            Assert.Equal(Convolve(Colour.Span.Slice(channel * 20, 20), Kernel.Span), filtered.Values.Slice(channel * 9, 9).ToArray());
    }

    [Fact]
    public void A_kernel_with_channels_adds_them_up_to_one_grey_picture()
    {
        var kernel = Ramp((3, 2, 3));
        var filtered = Plots.PlotConv(Colour, kernel).Panels[1].Picture;
        Assert.Equal(1, filtered.Channels);
        var expected = new float[9];
        for (var channel = 0; channel < 3; channel++)
        {
            var part = Convolve(Colour.Span.Slice(channel * 20, 20), kernel.Span.Slice(channel * 6, 6));
            for (var pixel = 0; pixel < 9; pixel++)
                expected[pixel] += part[pixel];
        }

        for (var pixel = 0; pixel < 9; pixel++)
            Assert.Equal(expected[pixel], filtered.Values[pixel], 1e-4f);
    }

    [Fact]
    public void Several_kernels_are_numbered_however_they_are_given()
    {
        string[] titles = ["Original", "Filtered 1", "Filtered 2"];
        var stack = new Tensor([.. Kernel.Span, .. Kernel.Span], (2, 1, 2, 3));
        Figure[] figures = [Plots.PlotConv(Grey, Kernel, Kernel), Plots.PlotConv(Grey, [Kernel, Kernel]), Plots.PlotConv(Grey, stack)];
        foreach (var figure in figures)
        {
            Assert.Equal(titles, figure.Panels.Select(panel => panel.Title));
            Assert.Equal(Plots.PlotConv(Grey, Kernel).Panels[1].Picture.Values, figure.Panels[2].Picture.Values);
        }
    }

    [Fact]
    public void A_layer_of_three_kernels_makes_three_grey_maps_with_its_own_values()
    {
        var layer = new Conv2d(3, 3, kernelSize: (2, 3), stride: (2, 1));
        var panels = Plots.PlotConvs(Colour, layer, axis: true).Panels;
        Assert.Equal(["Original", "Filter 1", "Filter 2", "Filter 3"], panels.Select(panel => panel.Title));
        Assert.All(panels, panel => Assert.True(panel.Axis));
        var output = layer.Call(Colour);
        for (var map = 0; map < 3; map++)
        {
            Assert.Equal((1, 2, 3), (panels[map + 1].Picture.Channels, panels[map + 1].Picture.Height, panels[map + 1].Picture.Width));
            Assert.Equal(output.Span.Slice(map * 6, 6), panels[map + 1].Picture.Values);
        }
    }

    [Fact]
    public void A_layer_with_one_kernel_is_numbered_too() =>
        Assert.Equal(["Original", "Filter 1"], Plots.PlotConvs(Grey, new Conv2d(1, 1, 2)).Panels.Select(panel => panel.Title));

    [Fact]
    public void A_kernel_larger_than_the_picture_is_refused_with_both_sizes() => Assert.Equal(
        "PlotConv got a kernel of 5 x 3, which is larger than the picture of 4 x 5: it fits nowhere. "
        + "Take a smaller kernel or a larger picture.",
        Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey, Ramp((5, 3)))).Message);

    [Fact]
    public void A_kernel_for_other_channels_is_refused_with_both_counts() => Assert.Equal(
        "PlotConv got a kernel of shape (2, 2, 3) for 2 channels, but the picture has 3. "
        + "A kernel of shape (2, 3) filters each channel by itself.",
        Assert.Throws<ArgumentException>(() => Plots.PlotConv(Colour, Ramp((2, 2, 3)))).Message);

    [Theory]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 1, 1, 1, 2, 3 })]
    [InlineData(new[] { 0, 3 })]
    public void A_kernel_that_is_none_is_refused_with_its_shape(int[] shape) => Assert.Contains(
        $"but got shape {(Shape)shape}", Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey, Ramp(shape))).Message);

    [Fact]
    public void No_kernel_is_refused() =>
        Assert.Contains("at least one kernel", Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey, [])).Message);

    [Fact]
    public void Not_even_an_empty_list_of_kernels_is_refused_otherwise() =>
        Assert.Contains("at least one kernel", Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey)).Message);

    [Fact]
    public void Kernels_may_have_names()
    {
        var figure = Plots.PlotConv(Grey, ("Blur", Kernel), ("Edges", Ramp((2, 1, 2, 2))), ("Emboss", Kernel));
        Assert.Equal(["Original", "Blur", "Edges 1", "Edges 2", "Emboss"], figure.Panels.Select(panel => panel.Title));
        Assert.Equal(Plots.PlotConv(Grey, Kernel).Panels[1].Picture.Values, figure.Panels[4].Picture.Values);
        Assert.Contains("; \"Blur\", grey picture, 3 pixels high and 3 wide", figure.Alt);
        Assert.Equal("Original, Sharp", Plots.PlotConv(Grey, ("Sharp", Kernel)).Title);
    }

    [Fact]
    public void A_listener_is_told_every_name()
    {
        var figure = Plots.PlotConv(Grey, [.. "ABCD".Select(letter => ($"{letter}", Kernel))]);
        Assert.Contains("; \"A\", \"B\", \"C\" and \"D\", grey pictures, each 3 pixels high and 3 wide, values from", figure.Alt);
    }

    [Fact]
    public void A_name_is_not_empty() => Assert.Contains(
        "(\"Blur\", blur)", Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey, ("Blur", Kernel), (" ", Kernel))).Message);

    [Fact]
    public void A_module_that_makes_no_maps_is_refused() => Assert.Contains(
        "FirstRow makes shape (1, 5)", Assert.Throws<ArgumentException>(() => Plots.PlotConvs(Grey, new FirstRow())).Message);

    [Fact]
    public void A_map_of_NaN_only_is_refused_by_its_name()
    {
        var kernel = new Tensor([float.NaN], (1, 1));
        var error = Assert.Throws<ArgumentException>(() => Plots.PlotConv(Grey, kernel));
        Assert.Contains("\"Filtered\" of shape (1, 4, 5): every pixel is NaN", error.Message);
    }

    /// <summary>A picture whose numbers follow no simple rule, so that a swapped index shows.</summary>
    static Tensor Ramp(Shape shape) => new([.. Enumerable.Range(0, shape.Count).Select(index => index * 37 % 101 / 100f)], shape);

    /// <summary>What a 2 x 3 kernel makes of 4 x 5 pixels, written out.</summary>
    static float[] Convolve(ReadOnlySpan<float> image, ReadOnlySpan<float> kernel)
    {
        var output = new float[9];
        for (var place = 0; place < output.Length; place++)
        {
            for (var number = 0; number < kernel.Length; number++)
                output[place] += kernel[number] * image[(place / 3 + number / 3) * 5 + place % 3 + number % 3];
        }

        return output;
    }

    sealed class FirstRow : Module
    {
        protected override Tensor Forward(Tensor x) => new(x.Span[..5].ToArray(), (1, 5));
    }
}
