using System.Text.Json.Nodes;
using System.Xml.Linq;
using CourseCnn.Figures.Charts;
using CourseCnn.Tests.Figures.Drawing;
using Microsoft.Playwright;

namespace CourseCnn.Tests.Course;

/// <summary>Draws what the notebooks hold in a browser that has no way out, at the width of a screen and of a telephone.</summary>
public sealed class SavedFigureTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Words of a plot that reach out of it. Its picture is a drawing of pixels, which plotly.js keeps inside.</summary>
    const string OutOfPlot = """
        () => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
          const card = plot.getBoundingClientRect();
          return [...plot.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])
            .filter(([, b]) => b.left < card.left - 1 || b.right > card.right + 1 || b.top < card.top - 1 || b.bottom > card.bottom + 1)
            .map(([words]) => 'leaves the plot: ' + words);
        })
        """;

    const string Page = """
        <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Figures</title><style>body { margin: 16px; }</style><body></body></html>
        """;

    public static TheoryData<string, int> NamesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in SavedNotebook.Names)
            {
                data.Add(name, 900);
                data.Add(name, 400);
            }

            return data;
        }
    }

    public static TheoryData<string> Names => [.. SavedNotebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_told_to_those_who_cannot_see_it(string name)
    {
        var cells = SavedNotebook.Read(name).Code.Where(cell => cell.Forms("image/svg+xml").Any()).ToList();
        foreach (var cell in cells)
        {
            var drawing = XElement.Parse(Assert.Single(cell.Forms("image/svg+xml")));
            var told = Assert.Single(drawing.Elements(), element => element.Name.LocalName == "desc").Value;
            Assert.InRange(told.Length, 60, 4000);
            Assert.Equal("img", (string?)drawing.Attribute("role"));
            // Where drawings are not shown at all, the same words stand in their place.
            Assert.Equal(told, Assert.Single(cell.Forms("text/plain")));
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public async Task Drawings_have_all_their_words_in_place(string name, int width)
    {
        var page = await Open(width);
        foreach (var drawing in SavedNotebook.Read(name).Code.SelectMany(cell => cell.Forms("image/svg+xml")))
        {
            await page.Page.EvaluateAsync("svg => document.body.innerHTML = svg", drawing);
            Assert.Equal(1, await page.Page.Locator("svg").CountAsync());
            foreach (var share in new[] { 0.02, 0.93 })
            {
                await page.Page.EvaluateAsync(Misplaced.AtShareOfTheWay, share);
                Assert.Empty(await page.Page.EvaluateAsync<string[]>(Misplaced.Script));
            }
        }

        Assert.Empty(page.Complaints);
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public async Task Plots_are_drawn_by_plotly_without_complaint(string name, int width)
    {
        var page = await Open(width);
        await page.Page.AddScriptTagAsync(new() { Content = PlotlyScript.Library });
        foreach (var plot in SavedNotebook.Read(name).Code.SelectMany(cell => cell.Forms("application/vnd.plotly.v1+json")))
        {
            var panels = JsonNode.Parse(plot)!["data"]!.AsArray().Count;
            await page.Page.EvaluateAsync(
                """
                async plot => {
                  document.body.innerHTML = '<div></div>';
                  const { data, layout, config } = JSON.parse(plot);
                  await Plotly.newPlot(document.body.firstChild, data, layout, config);
                }
                """,
                plot);
            Assert.Equal(panels, await page.Page.Locator(".js-plotly-plot .plot image").CountAsync());
            Assert.Empty(await page.Page.EvaluateAsync<string[]>(OutOfPlot));
        }

        Assert.Empty(page.Complaints);
    }

    /// <summary>An empty page; whatever it complains of, or asks the network for, is noted.</summary>
    async Task<(IPage Page, List<string> Complaints)> Open(int width)
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        var complaints = new List<string>();
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await context.RouteAsync("**/*", async route =>
        {
            complaints.Add("asks for " + route.Request.Url);
            await route.AbortAsync();
        });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        await page.SetContentAsync(Page);
        return (page, complaints);
    }
}
