using System.Globalization;
using CourseCnn.Figures.Charts;
using CourseCnn.Tests.Figures.Images;
using Microsoft.Playwright;

namespace CourseCnn.Tests.Figures.Charts;

public sealed class ChartBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    static readonly Tensor Image = new([.. Enumerable.Range(0, 20 * 30).Select(index => index * 37 % 101 / 73f - 0.4f)], (20, 30));
    static readonly Figure Filtered = Plots.PlotConv(Image, new Tensor([0, 1, -1, 2], (2, 2)));

    readonly string file = Path.Combine(Path.GetTempPath(), $"coursecnn-{Guid.NewGuid():N}.html");
    readonly List<string> requests = [];

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("xy", 0, 0, 0)]
    [InlineData("xy", 0, 12, 7)]
    [InlineData("x2y2", 1, 18, 28)]
    public async Task A_page_from_disk_shows_the_value_under_the_pointer_without_any_network(string subplot, int panel, int row, int column)
    {
        Filtered.Save(file);
        var page = await Open();
        await Assertions.Expect(page.Locator(".js-plotly-plot")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("svg[id^=figure-]")).ToBeHiddenAsync();

        // The axes' range is that of the larger picture, for both panels.
        var box = (await page.Locator($".nsewdrag[data-subplot={subplot}]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * (column + 0.5f) / 30, box.Y + box.Height * (row + 0.5f) / 20);

        var picture = Filtered.Panels[panel].Picture;
        var value = picture.Value(0, row * picture.Width + column);
        var hover = page.Locator(".hoverlayer .hovertext");
        await Assertions.Expect(hover).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column}"));
        var shown = (await hover.TextContentAsync())!.Split("value ")[1].Replace('\u2212', '-');
        Assert.Equal(value, float.Parse(shown, CultureInfo.InvariantCulture), 5e-4f * Math.Max(0.1f, Math.Abs(value)));
        Assert.Empty(requests);
    }

    [Fact]
    public async Task Dragging_over_one_panel_zooms_both_and_a_double_click_zooms_out()
    {
        Filtered.Save(file);
        var page = await Open();
        var box = (await page.Locator(".nsewdrag[data-subplot=xy]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.2f, box.Y + box.Height * 0.2f);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * 0.5f, box.Y + box.Height * 0.5f, new() { Steps = 4 });
        await page.Mouse.UpAsync();

        const string Span = """
            axis => {
              const [from, to] = document.querySelector('.js-plotly-plot').layout[axis].range;
              return Math.abs(to - from);
            }
            """;
        await page.WaitForFunctionAsync($"() => ({Span})('xaxis2') < 15");
        Assert.Equal(await page.EvaluateAsync<double>(Span, "xaxis"), await page.EvaluateAsync<double>(Span, "xaxis2"), 1e-6);
        await page.Mouse.DblClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.WaitForFunctionAsync($"() => Math.abs(({Span})('xaxis2') - 30) < 1e-6");
    }

    [Fact]
    public async Task Without_plotly_the_drawing_stays()
    {
        // A fragment in a page of its own would load plotly.js, which the closed network refuses.
        await File.WriteAllTextAsync(file, $"<!DOCTYPE html><body>{Plots.PlotImage(Image, "Ramp").ToHtml()}</body>");
        var page = await Open();
        await page.WaitForFunctionAsync("() => window.courseCnnPlotly.then(() => false, () => true)");
        await Assertions.Expect(page.Locator("svg[id^=figure-]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".js-plotly-plot")).ToHaveCountAsync(0);
        Assert.Equal([PlotlyScript.Address], requests);
    }

    [Fact]
    public async Task Without_scripts_the_drawing_is_there()
    {
        Filtered.Save(file);
        var page = await Open(scripts: false);
        await Assertions.Expect(page.Locator("svg[id^=figure-] image").First).ToBeVisibleAsync();
        Assert.Empty(requests);
    }

    [Fact]
    public async Task Equal_figures_on_one_page_are_all_drawn()
    {
        var figure = Plots.PlotImage(Image, "Ramp");
        var html = $"<!DOCTYPE html><script>{PlotlyScript.Library}</script><body>{figure.ToHtml()}{figure.ToHtml()}</body>";
        await File.WriteAllTextAsync(file, html);
        var page = await Open();
        await Assertions.Expect(page.Locator("figure .js-plotly-plot")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("figure:has(.js-plotly-plot)")).ToHaveCountAsync(2);
        Assert.Empty(requests);
    }

    /// <summary>Opens the file in a browser whose every way out is closed; what tries to leave is noted.</summary>
    async Task<IPage> Open(bool scripts = true)
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = scripts });
        await context.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url.StartsWith("file:", StringComparison.Ordinal))
                await route.ContinueAsync();
            else
            {
                lock (requests)
                    requests.Add(route.Request.Url);
                await route.AbortAsync();
            }
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
