using System.Text;
using System.Text.RegularExpressions;
using CourseCnn.Figures.Drawing;
using Microsoft.Playwright;

namespace CourseCnn.Tests.Figures.Animations;

public sealed partial class StepperTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly Tensor Input = Tensor.Of([[3, 0, 1, 2], [1, 5, 8, 9], [2, 7, 2, 5]]);
    static readonly Figure Moving = Plots.AnimateConvolution(Input, Tensor.Of([[1, 0], [0, -1]]));

    [Fact]
    public async Task Without_scripts_each_step_is_seen_in_its_turn()
    {
        var page = await Open(Moving.ToSvg());
        for (var step = 0; step < 6; step++)
        {
            await page.EvaluateAsync(
                "time => { for (const each of document.getAnimations()) { each.pause(); each.currentTime = time; } }", (step + 0.4) * 2000);
            await AssertShows(page, step);
        }
    }

    [Fact]
    public async Task It_plays_by_itself()
    {
        var page = await Open(Moving.ToSvg());
        var states = await page.EvaluateAsync<string[]>("() => document.getAnimations().map(each => each.playState)");
        Assert.NotEmpty(states);
        Assert.All(states, state => Assert.Equal("running", state));
    }

    [Fact]
    public async Task As_a_picture_on_a_page_it_plays_too()
    {
        var source = Convert.ToBase64String(Encoding.UTF8.GetBytes(Moving.ToSvg()));
        var page = await Open($"<img src=\"data:image/svg+xml;base64,{source}\" alt=\"\">");
        await page.Locator("img").EvaluateAsync("image => image.decode()");
        var before = await page.ScreenshotAsync();
        var later = before;
        for (var attempt = 0; attempt < 100 && later.SequenceEqual(before); attempt++)
        {
            await page.WaitForTimeoutAsync(100);
            later = await page.ScreenshotAsync();
        }

        Assert.NotEqual(before, later);
    }

    [Fact]
    public async Task For_readers_who_ask_for_less_movement_it_stands_still_at_the_last_step()
    {
        var page = await Open(Moving.ToSvg(), ReducedMotion.Reduce);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
        await AssertShows(page, 5);
    }

    [Fact]
    public async Task Buttons_step_through_it_and_a_listener_hears_each_sum()
    {
        var page = await Open(Moving.ToHtml());
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).WaitForAsync();
        await page.Locator("figure").EvaluateAsync("figure => figure.querySelector('button').focus()");
        await page.Keyboard.PressAsync("Home");
        await AssertShows(page, 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await AssertShows(page, 1);
        await Assertions.Expect(page.Locator("[aria-live]")).ToHaveTextAsync("Step 2 of 6 0 × 1 + 1 × 0 + 5 × 0 + 8 × (−1) = −8");
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await AssertShows(page, 5);
    }

    [Fact]
    public async Task A_listener_hears_a_sum_once_however_it_is_broken()
    {
        var kernel = Tensor.Of([[1, 0, -1], [1, 0, -1], [1, 0, -1]]);
        var page = await Open(Plots.AnimateConvolution(Input[..3, ..3], kernel).ToHtml());
        foreach (var width in new[] { 900, 400 })
        {
            await page.SetViewportSizeAsync(width, 700);
            await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
            await Assertions.Expect(page.Locator("[aria-live]")).ToHaveTextAsync(
                "Step 1 of 1 3 × 1 + 0 × 0 + 1 × (−1) + 1 × 1 + 5 × 0 + 8 × (−1) + 2 × 1 + 7 × 0 + 2 × (−1) = −5");
        }
    }

    [Fact]
    public async Task Weights_in_corners_are_left_out_where_they_would_be_too_small_to_read()
    {
        var page = await Open(Moving.ToHtml());
        foreach (var (width, shown) in new[] { (900, 4), (400, 0) })
        {
            await page.SetViewportSizeAsync(width, 700);
            Assert.Equal(shown, await page.EvaluateAsync<int>("""
                () => [...document.querySelectorAll('svg text')]
                  .filter(text => text.textContent.startsWith('×') && text.getClientRects().length).length
                """));
        }
    }

    [Fact]
    public async Task Arrow_keys_step_through_it()
    {
        var page = await Open(Moving.ToHtml());
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await AssertShows(page, 5);
        await page.Keyboard.PressAsync("ArrowLeft");
        await AssertShows(page, 4);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await AssertShows(page, 0);
    }

    [Fact]
    public async Task With_less_movement_it_steps_but_plays_only_when_asked_to()
    {
        var page = await Open(Moving.ToHtml(), ReducedMotion.Reduce);
        await AssertShows(page, 5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await AssertShows(page, 0);
        Assert.False(await page.EvaluateAsync<bool>("() => document.getAnimations().some(each => each.playState === 'running')"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.getAnimations().every(each => each.playState === 'running')"));
    }

    [Fact]
    public async Task Equal_animations_on_one_page_are_stepped_one_by_one()
    {
        var page = await Open(Moving.ToHtml() + Moving.ToHtml());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next" })).ToHaveCountAsync(2);
        var second = page.Locator("figure").Nth(1);
        await second.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator("figure").Nth(0).GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToHaveCountAsync(1);
    }

    [Fact]
    public void The_buttons_have_the_figures_colours()
    {
        string[] known = [.. new[] { Theme.Light, Theme.Dark }.SelectMany(colours => (string[])
            [colours.Card, colours.Text, colours.Line, colours.Faint, colours.Cell, .. colours.Accents.Select(accent => accent.Strong)])];
        var style = Moving.ToHtml()[Moving.ToHtml().IndexOf(".coursecnn-stepper", StringComparison.Ordinal)..];
        var used = Colour().Matches(style).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(used);
        Assert.Subset(known.ToHashSet(), used.ToHashSet());
    }

    /// <summary>What is seen at a step: its sum and no other, the output so far, and the window on its place.</summary>
    static async Task AssertShows(IPage page, int step)
    {
        var seen = await page.EvaluateAsync<string[]>("""
            () => {
              const seen = element => getComputedStyle(element).visibility === 'visible';
              const label = [...document.querySelectorAll('svg text')].filter(seen).map(text => text.textContent)
                .filter(text => text.startsWith('Step')).join();
              const output = [...document.querySelectorAll('svg .from')].filter(seen).length;
              const frame = [...document.querySelectorAll('svg .in')].at(-1).querySelector('rect').getBoundingClientRect();
              const under = [...document.querySelectorAll('svg text')].filter(text => {
                const box = text.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
                return !text.textContent.startsWith('×') && x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
              }).map(text => text.textContent).join(' ');
              return [label, String(output), under];
            }
            """);
        var (row, column) = (step / 3, step % 3);
        var patch = Input[row..(row + 2), column..(column + 2)].Span.ToArray();
        Assert.Equal([$"Step {step + 1} of 6", $"{step + 1}", string.Join(' ', patch)], seen);
    }

    async Task<IPage> Open(string content, ReducedMotion motion = ReducedMotion.NoPreference)
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        var context = await chromium.Browser.NewContextAsync(new() { ReducedMotion = motion });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => throw new InvalidOperationException(error);
        await page.SetContentAsync($"<!DOCTYPE html><meta charset=\"utf-8\"><body>{content}</body>");
        return page;
    }

    [GeneratedRegex("#[0-9a-f]{3,6}")]
    private static partial Regex Colour();
}
