using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>What a reader can do in a page without C#: answer exercises, change kernels, step through animations.</summary>
[Collection<SiteCollection>]
public class LivePageTests(SiteFixture site)
{
    [Fact]
    public async Task An_exercise_answers_as_the_library_does()
    {
        await using var reader = await Reader.OpenAsync(site, "01-convolutional-neural-networks.html", served: false, 360, "light");
        var form = reader.Page.Locator("form.exercise");
        var says = form.GetByRole(AriaRole.Status);

        await Answer("Check");
        await Expect(says).ToContainTextAsync("Still without an answer: Without padding, stride 1; With padding 2, stride 1;");
        await form.GetByLabel("Without padding, stride 1").FillAsync("23");
        await form.GetByLabel("With padding 2, stride 1").FillAsync("28");
        await form.GetByLabel("With padding 2, stride 2").FillAsync("1,234");
        await form.GetByLabel("With padding 2, stride 2").PressAsync("Enter");
        await Expect(says.Locator("p")).ToHaveTextAsync(
            ["Without padding: 23 is one too few. Did you add the 1 at the end?", "With padding 2 and stride 2: 1234 is not right."]);
        await Answer("Hint");
        await Expect(says).ToContainTextAsync("Put the numbers into the formula");
        await form.GetByLabel("Without padding, stride 1").FillAsync("24");
        await form.GetByLabel("With padding 2, stride 2").FillAsync("14");
        await Answer("Check");
        await Expect(says).ToHaveTextAsync("✓ Right.A padding of half the kernel keeps the size, and a stride of 2 halves it.");
        Assert.Empty(reader.Wrongs);

        Task Answer(string button) => form.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    [Fact]
    public async Task Letters_are_chosen_ordered_and_ticked()
    {
        await using var reader = await Reader.OpenAsync(site, "02-cooking-up-a-cnn.html", served: true, 1280, "dark");
        var forms = reader.Page.Locator("form.exercise");
        await Expect(forms).ToHaveCountAsync(3);
        foreach (var (term, letter) in new[] { ("Convolution", "C"), ("Kernel", "D"), ("Pooling", "A"), ("Flattening", "A") })
            await forms.Nth(0).GetByLabel(term).SelectOptionAsync(letter);
        await CheckAsync(forms.Nth(0));
        await Expect(forms.Nth(0).Locator(".says p")).ToHaveTextAsync("Look again: pooling is not A.");

        await forms.Nth(1).GetByLabel("First step first").FillAsync("b, e, a, d, c");
        await CheckAsync(forms.Nth(1));
        await Expect(forms.Nth(1).Locator(".says p"))
            .ToHaveTextAsync("Once the maps are a vector there are no windows left to pool: flatten later.");
        await forms.Nth(1).GetByLabel("First step first").FillAsync("bed");
        await CheckAsync(forms.Nth(1));
        await Expect(forms.Nth(1).Locator(".says p")).ToHaveTextAsync("You gave BED: each of the five letters goes in exactly once.");

        await using var last = await Reader.OpenAsync(site, "04-cnn-versus-fully-connected.html", served: true, 1280, "dark");
        var compare = last.Page.Locator("form.exercise");
        foreach (var letter in new[] { "E", "B", "C" })
            await compare.GetByLabel(letter, new() { Exact = true }).CheckAsync();
        await CheckAsync(compare);
        await Expect(compare.Locator(".says strong")).ToHaveTextAsync("✓ Right.");
        Assert.Empty(reader.Wrongs.Concat(last.Wrongs));

        static Task CheckAsync(ILocator form) => form.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
    }

    [Fact]
    public async Task A_changed_kernel_filters_as_the_library_does()
    {
        await using var reader = await Reader.OpenAsync(site, "01-convolutional-neural-networks.html", served: true, 1280, "light");
        await reader.ReadToTheEndAsync();
        var playgrounds = reader.Page.Locator("details.playground");
        await Expect(playgrounds).ToHaveCountAsync(4);
        var playground = playgrounds.First;
        await playground.Locator("summary").ClickAsync();
        await Expect(playground.GetByRole(AriaRole.Status)).ToContainTextAsync("The weights add up to 1. Black is ");

        // The page's own pixels beside those of the library's figure, which plotly.js holds.
        var apart = await reader.Page.EvaluateAsync<double>("""
            () => {
              const playground = document.querySelector("details.playground");
              const figure = playground.closest(".output").querySelector(".js-plotly-plot");
              const rows = [...figure._fullData[1].z].map(row => [...row]);
              const canvas = playground.querySelector("canvas");
              const shades = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              const [black, white] = [figure.data[1].zmin, figure.data[1].zmax];
              if (rows.length !== canvas.height || rows[0].length !== canvas.width) return 255;
              return Math.max(...rows.flat().map((value, i) => Math.abs(shades[4 * i] - 255 * (value - black) / (white - black))));
            }
            """);
        Assert.InRange(apart, 0, 1);

        await playground.GetByLabel("Row 1, column 1").FillAsync("zwei");
        await Expect(playground.GetByRole(AriaRole.Status)).ToHaveTextAsync("Each weight has to be a number.");
        await playground.GetByLabel("Row 1, column 1").FillAsync("-0,75");
        await Expect(playground.GetByRole(AriaRole.Status)).ToContainTextAsync("The weights add up to 0.");
        await playground.GetByLabel("Row 1, column 1").FillAsync("−1.75");
        await Expect(playground.GetByRole(AriaRole.Status)).ToContainTextAsync("The weights add up to −1.");
        await playground.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Expect(playground.GetByLabel("Row 1, column 1")).ToHaveValueAsync("0.25");
        Assert.Empty(reader.Wrongs);
    }

    [Fact]
    public async Task An_animation_goes_step_by_step()
    {
        await using var reader = await Reader.OpenAsync(site, "01-convolutional-neural-networks.html", served: false, 1280, "light");
        await reader.ReadToTheEndAsync();
        var stepper = reader.Page.Locator(".coursecnn-drawing:has(.coursecnn-stepper)").First;
        await stepper.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(stepper.Locator("[aria-live]")).ToContainTextAsync("Step");
        Assert.Empty(reader.Wrongs);
    }
}
