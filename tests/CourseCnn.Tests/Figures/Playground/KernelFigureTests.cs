using System.Text.Json.Nodes;
using CourseCnn.Figures.Charts;
using CourseCnn.Figures.Playground;

namespace CourseCnn.Tests.Figures.Playground;

public class KernelFigureTests
{
    static readonly Tensor kernel = Tensor.Of([[0f, -1f, 0f], [-1f, 5f, -1f], [0f, -1f, 0.5f]]);

    [Fact]
    public void A_page_gets_the_pixels_as_bytes_and_the_kernel()
    {
        var picture = Tensor.Of([[0f, 1f, 0.2f, 0f], [0.4f, 0f, 0f, 0.6f], [0f, 0.8f, 0f, 1f]]);
        var figure = Assert.IsType<KernelFigure>(Plots.PlotConv(picture, kernel));
        var data = JsonNode.Parse(figure.ToPlayground())!;

        Assert.Equal((4, 3, 3), ((int)data["width"]!, (int)data["height"]!, (int)data["columns"]!));
        Assert.Equal([0, 255, 51, 0, 102, 0, 0, 153, 0, 204, 0, 255], Convert.FromBase64String((string)data["pixels"]!));
        Assert.Equal([0, -1, 0, -1, 5, -1, 0, -1, 0.5f], data["kernel"]!.AsArray().Select(weight => (float)weight!));
    }

    [Fact]
    public void What_a_page_cannot_filter_is_a_figure_like_any_other()
    {
        var picture = Tensor.Zeros((9, 9));

        Assert.IsType<PictureFigure>(Plots.PlotConv(picture, kernel, kernel));
        Assert.IsType<PictureFigure>(Plots.PlotConv(picture + 0.1f, kernel));
        Assert.IsType<PictureFigure>(Plots.PlotConv(Tensor.Zeros((3, 9, 9)), kernel));
        Assert.IsType<PictureFigure>(Plots.PlotConv(picture, Tensor.Ones((8, 8))));
        Assert.IsType<PictureFigure>(Plots.PlotConv(Tensor.Zeros((300, 300)), kernel));
    }

    [Fact]
    public void A_page_can_change_a_kernel_that_has_a_name_and_a_figure_with_words_of_its_own()
    {
        var figure = Plots.PlotConv(Tensor.Zeros((9, 9)), ("Sharpen", kernel)).WithAlt("Nothing is to be seen.");
        Assert.Equal(((KernelFigure)Plots.PlotConv(Tensor.Zeros((9, 9)), kernel)).ToPlayground(), ((KernelFigure)figure).ToPlayground());
    }

    [Fact]
    public void Changing_the_kernel_afterwards_changes_nothing()
    {
        var own = kernel.Clone();
        var figure = (KernelFigure)Plots.PlotConv(Tensor.Zeros((9, 9)), own);
        var before = figure.ToPlayground();
        own[0, 0] = 9;
        Assert.Equal(before, figure.ToPlayground());
    }
}
