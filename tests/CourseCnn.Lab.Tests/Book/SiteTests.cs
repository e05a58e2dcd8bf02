using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CourseCnn.Lab.Tests.Book;

[Collection<SiteCollection>]
public class SiteTests(SiteFixture site)
{
    const int LargestPage = 2 << 20;

    public static TheoryData<bool, int, string> Ways => new(
        from served in new[] { false, true }
        from width in new[] { 360, 1280 }
        from theme in new[] { "light", "dark" }
        select (served, width, theme));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_page_is_whole_quiet_and_fits(bool served, int width, string theme)
    {
        foreach (var name in site.Pages)
        {
            await using var reader = await Reader.OpenAsync(site, name, served, width, theme);
            await reader.ReadToTheEndAsync();

            Assert.Empty(reader.Wrongs);
            var beyond =
                await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(beyond <= 0, string.Create(CultureInfo.InvariantCulture, $"{name} is {beyond} px wider than {width} px"));
        }
    }

    [Theory]
    [InlineData(360, "light")]
    [InlineData(360, "dark")]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    public async Task No_page_breaks_a_rule_of_accessibility(int width, string theme)
    {
        var violations = new StringBuilder();
        foreach (var name in site.Pages)
        {
            await using var reader = await Reader.OpenAsync(site, name, served: true, width, theme);
            await reader.ReadToTheEndAsync();
            var result = await reader.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            foreach (var violation in result.Violations)
                violations.AppendLine(CultureInfo.InvariantCulture, $"{name}: {violation.Id}: {violation.Help}")
                    .AppendJoin(
                        '\n', violation.Nodes.Take(3).Select(node => $"    {node.Target} {node.Html[..Math.Min(200, node.Html.Length)]}"))
                    .AppendLine();
        }
        Assert.True(violations.Length == 0, violations.ToString());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    public async Task A_table_can_be_read_on_a_narrow_page_and_shows_that_it_scrolls(int width)
    {
        await using var reader = await Reader.OpenAsync(site, "02-cooking-up-a-cnn.html", served: true, width, "light");
        await reader.ReadToTheEndAsync();
        var narrowest = await reader.Page.EvaluateAsync<double>("""
            () => Math.min(...[...document.querySelectorAll(".prose td")].filter(cell => cell.textContent.length > 40)
              .map(cell => cell.getBoundingClientRect().width))
            """);
        Assert.InRange(narrowest, 160, 300);

        // A model's table has its numbers in sight, wholly or in part.
        var hidden = await reader.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".output .table-scroll")].filter(frame => [...frame.querySelectorAll("tr:first-child > *")]
              .some(cell => cell.getBoundingClientRect().left > frame.getBoundingClientRect().right - 20)).map(frame => frame.textContent)
            """);
        Assert.Empty(hidden);
        Assert.True(await reader.Page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll(".table-scroll")].every(frame =>
              getComputedStyle(frame).backgroundAttachment === "local, local, scroll, scroll")
            """));
    }

    [Fact]
    public void No_page_is_larger_than_two_megabytes() =>
        Assert.All(site.Pages, page => Assert.InRange(new FileInfo(Path.Combine(site.Folder, page)).Length, 500, LargestPage));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_finds_padding_and_leads_there(bool served)
    {
        await using var reader = await Reader.OpenAsync(site, "index.html", served, 360, "light");
        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync("padding");
        var results = reader.Page.Locator("#search-results a");
        await Expect(results.First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("#search-count")).ToContainTextAsync("found");
        await Expect(results.First.Locator("mark").First).ToHaveTextAsync(new Regex("^[Pp]adding$"));

        var box = await reader.Page.Locator("#search-results").BoundingBoxAsync();
        Assert.InRange(box!.X, 0, 360 - box.Width);

        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(results.First).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"\.html#."));
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("padding");
        await Expect(reader.Page.Locator("#search")).ToBeVisibleAsync();

        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync("zebrafish");
        await Expect(reader.Page.Locator("#search-results")).ToHaveTextAsync("Nothing found.");
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.Page.Locator("#search-results")).ToBeHiddenAsync();
        Assert.Empty(reader.Wrongs);
    }

    [Fact]
    public async Task The_switch_changes_the_page_and_its_figures_and_is_remembered()
    {
        await using var reader = await Reader.OpenAsync(site, "01-convolutional-neural-networks.html", served: true, 1280, "light");
        await reader.ReadToTheEndAsync();
        var before = await PaperAndCard(reader.Page);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to dark colours" }).ClickAsync();
        await reader.Page.WaitForFunctionAsync(
            "card => document.querySelector('.js-plotly-plot .main-svg').style.background !== card", before[1]);
        var after = await PaperAndCard(reader.Page);
        Assert.NotEqual(before[0], after[0]);

        await reader.Page.ReloadAsync();
        await reader.ReadToTheEndAsync();
        Assert.Equal(after, await PaperAndCard(reader.Page));

        static Task<string[]> PaperAndCard(IPage page) => page.EvaluateAsync<string[]>("""
            () => [getComputedStyle(document.body).backgroundColor, document.querySelector(".js-plotly-plot .main-svg").style.background]
            """);
    }

    [Fact]
    public async Task Scripts_of_our_own_outputs_run()
    {
        await using var reader = await Reader.OpenAsync(site, "features.html", served: true, 1280, "light");
        await Expect(reader.Page.Locator("#made")).ToHaveTextAsync("made by a script");
        await reader.Page.Locator("#press").ClickAsync();
        await Expect(reader.Page.Locator("#press")).ToHaveTextAsync("Pressed");
        Assert.Empty(reader.Wrongs);
    }

    [Fact]
    public async Task Code_is_copied_as_it_is_written()
    {
        await using var reader = await Reader.OpenAsync(site, "features.html", served: true, 1280, "light");
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var block = reader.Page.Locator(".cell .code").Last;
        await block.HoverAsync();
        await block.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(block.GetByRole(AriaRole.Button)).ToHaveTextAsync("Copied");
        Assert.Equal("new[] { 1, 2, 3 }", await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hostile_notebook_does_nothing(bool served)
    {
        await using var reader = await Reader.OpenAsync(site, "hostile.html", served, 1280, "light");
        await reader.ReadToTheEndAsync();
        foreach (var link in await reader.Page.GetByText("click me").AllAsync())
            await link.ClickAsync(new() { Force = true });
        await reader.Page.Locator("summary").ClickAsync();
        await reader.Page.WaitForTimeoutAsync(200);

        Assert.Null(await reader.Page.EvaluateAsync<object?>("() => window.xss ?? null"));
        Assert.Equal(site.Address("hostile.html", served), reader.Page.Url);
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => getComputedStyle(document.body).display !== 'none'"));
        Assert.Empty(reader.Wrongs);
    }

    [Fact]
    public async Task Without_scripts_text_and_drawings_are_there()
    {
        await using var reader =
            await Reader.OpenAsync(site, "01-convolutional-neural-networks.html", served: false, 360, "light", scripts: false);
        await Expect(reader.Page.Locator("math").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("[data-live] img").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".search, button.theme").First).ToBeHiddenAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Chapters" }).ClickAsync();
        await Expect(reader.Page.Locator("#chapters")).ToBeVisibleAsync();
        Assert.Empty(reader.Wrongs);
    }
}
