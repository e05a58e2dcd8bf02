using CourseCnn.Figures.Animations;
using CourseCnn.Tests.Figures.Diagrams;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures;

public sealed class LegibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly Tensor Grid = Tensor.Of([[3, 0, 1, 2, 7], [1, 5, 8, 9, 3], [2, 7, 2, 5, 1], [0, 1, 3, 1, 7], [4, 2, 1, 6, 2]]);
    static readonly Tensor Blur = Tensor.Of([[.0625, .125, .0625], [.125, .25, .125], [.0625, .125, .0625]]);

    static readonly IReadOnlyDictionary<string, Func<Figure>> figures = new Dictionary<string, Func<Figure>>
    {
        ["convolution"] = () => Plots.AnimateConvolution(Grid, Tensor.Of([[1, 0, -1], [1, 0, -1], [1, 0, -1]])),
        ["padded convolution"] = () => Plots.AnimateConvolution(Grid, Blur, stride: (2, 2), padding: 1),
        ["large convolution"] = () => Plots.AnimateConvolution(Tensor.Arange(64).Reshape(8, 8) * -13.57, Blur, padding: 1),
        ["one number"] = () => Plots.AnimateConvolution(Tensor.Of([[-99999]]), Tensor.Of([[1]])),
        ["wide kernel"] = () => Plots.AnimateConvolution(Tensor.Full((8, 8), -12345), Tensor.Full((5, 5), -1.2345)),
        ["max pooling"] = () => Plots.AnimateMaxPool(Grid[..4, ..4], (2, 2)),
        ["average pooling"] = () => Plots.AnimateAvgPool(Grid, 3, stride: 1),
        ["fully connected"] = () => Plots.PlotFullyConnected(Drawn.Ramp((8, 8)), 36),
        ["few pixels, many nodes"] = () => Plots.PlotFullyConnected(Drawn.Ramp((1, 2)), 36),
        ["one node"] = () => Plots.PlotFullyConnected(Drawn.Ramp((2, 2)), 1),
        ["local patches"] = () => Plots.PlotLocalPatches(Drawn.Ramp6, 2),
        ["hidden grid"] = () => Plots.PlotHiddenGrid(Drawn.Ramp6, 2),
        ["shared weights"] = () => Plots.PlotSharedWeights(Drawn.Ramp6, 2),
        ["nine shared weights"] = () => Plots.PlotSharedWeights(Drawn.Ramp((8, 8)), 3, stride: 1),
        ["filters"] = () => Plots.PlotFilters(Drawn.Ramp6, 2, filters: 3),
        ["six filters"] = () => Plots.PlotFilters(Drawn.Ramp((8, 8)), 3, filters: 6, stride: 1),
        ["one kernel"] = () => Plots.PlotKernels(new Conv2d(1, 1, 3), Drawn.Ramp((20, 30))),
        ["kernels"] = () => Plots.PlotKernels(new Conv2d(3, 2, 3), Drawn.Ramp((3, 30, 20))),
        ["many kernels"] = () => Plots.PlotKernels(new Conv2d(1024, 2048, (7, 3))),
        ["pooled CNN"] = () => Plots.PlotModel(Networks.Pooled(), (1, 100, 100)),
        ["five stations"] = () => Plots.PlotModel(
            new Sequential(
                new Conv2d(1, 3, 3, padding: 1), new ReLU(), new Conv2d(3, 2, 3, padding: 1), new ReLU(),
                new Flatten(), new Linear(20000, 1)),
            (1, 100, 100)),
        ["AlexNet"] = () => Plots.PlotModel(new Networks.AlexNet(), (3, 224, 224)),
        ["deep"] = () => Plots.PlotModel(Networks.Deep(30), (2, 8, 8)),
        ["feature maps"] = () => Plots.PlotFeatureMaps(Networks.Pooled(), Drawn.Ramp((100, 100))),
        ["many feature maps"] = () => Plots.PlotFeatureMaps(new Conv2d(3, 64, 3), Drawn.Ramp((3, 20, 30))),
    };

    public static TheoryData<string> Names => [.. figures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_text_leaves_its_box_or_touches_another(string name)
    {
        var figure = figures[name]();
        foreach (var width in new[] { 900, 400 })
            Assert.Empty(await Measure(figure, width));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_says_what_it_shows(string name)
    {
        var figure = figures[name]();
        Assert.InRange(figure.Alt.Length, 60, 4000);
        Assert.EndsWith(".", figure.Alt);
        Assert.Equal(figure.Alt, Assert.Single(Drawn.Elements(figure, "desc")).Value);
        Assert.NotEmpty(Assert.Single(Drawn.Elements(figure, "title")).Value);
        Assert.DoesNotContain("{id}", figure.ToHtml());
    }

    async Task<string[]> Measure(Figure figure, int width)
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 700 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:16px\">{figure.ToSvg()}</body>");

        // Of an animation the first and the last step, and the one in the middle.
        var moments = figure is Animation { Timeline: { } time }
            ? new[] { 0, time.Steps / 2, time.Steps - 1 }.Select(step => (step + 0.4) * time.Seconds)
            : [0];
        var wrong = new List<string>();
        foreach (var moment in moments)
        {
            await page.EvaluateAsync(
                "time => { for (const each of document.getAnimations()) { each.pause(); each.currentTime = 1000 * time; } }", moment);
            wrong.AddRange(await page.EvaluateAsync<string[]>(Misplaced.Script));
        }

        return [.. wrong];
    }
}
