using Microsoft.Playwright;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>A browser page that notes what should never happen: errors, and requests that leave the book.</summary>
sealed class Reader : IAsyncDisposable
{
    /// <summary>A browser on a busy machine may draw no frame for long.</summary>
    const float Patience = 180_000;

    readonly IBrowserContext context;
    readonly List<string> wrongs = [];

    Reader(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    internal IPage Page { get; }

    internal IReadOnlyList<string> Wrongs
    {
        get
        {
            lock (wrongs)
                return [.. wrongs];
        }
    }

    internal static async Task<Reader> OpenAsync(SiteFixture site, string page, bool served, int width, string theme, bool scripts = true)
    {
        Assert.SkipWhen(site.Browser is null, CourseCnn.Tests.Chromium.Missing);
        var context = await site.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var reader = new Reader(context, await context.NewPageAsync());
        reader.Page.Console += (_, message) => reader.Note(message.Type is "error" or "warning", $"console: {message.Text}");
        reader.Page.PageError += (_, error) => reader.Note(true, $"error: {error}");
        reader.Page.Dialog += async (_, dialog) =>
        {
            reader.Note(true, $"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        var origin = site.Origin(served);
        await context.RouteAsync("**/*", async route =>
        {
            var url = route.Request.Url;
            var isOurs = url.StartsWith(origin, StringComparison.Ordinal);
            reader.Note(!isOurs, $"request: {url}");
            await (isOurs ? route.ContinueAsync() : route.AbortAsync());
        });
        await reader.Page.GotoAsync(site.Address(page, served));
        await reader.Page.BringToFrontAsync();
        return reader;
    }

    /// <summary>
    /// Reads to the end, so that all that waits for the reader is shown. Who waits for a frame waits no longer than for a timer, and what
    /// has missed its moment gets another one: a place that no frame has shown has not been seen by the page either.
    /// </summary>
    internal async Task ReadToTheEndAsync()
    {
        await Page.EvaluateAsync("""
            async limit => {
              const isWhole = () => !document.querySelector("[data-live]:not([data-shown])")
                && [...document.images].every(image => image.complete && image.naturalWidth > 0)
                && [...document.querySelectorAll("figure.coursecnn-figure")]
                  .every(figure => figure.querySelector(".js-plotly-plot .main-svg"));
              const end = performance.now() + limit;
              do {
                const waiting = "[data-live]:not([data-shown]), img[loading=lazy], figure.coursecnn-figure";
                for (const place of document.querySelectorAll(waiting)) {
                  place.scrollIntoView({ behavior: "instant", block: "center" });
                  await new Promise(go => { requestAnimationFrame(go); setTimeout(go, 100); });
                }
                scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
                for (let look = 0; look < 40 && !isWhole(); look++)
                  await new Promise(go => setTimeout(go, 50));
              } while (!isWhole() && performance.now() < end);
              if (!isWhole())
                throw new Error("Something on this page never showed: " + [...document.querySelectorAll("[data-live]:not([data-shown])"),
                  ...[...document.images].filter(image => !(image.complete && image.naturalWidth > 0)),
                  ...document.querySelectorAll("figure.coursecnn-figure")].map(place => place.outerHTML.slice(0, 120)).join(" | "));
            }
            """, Patience);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    void Note(bool isWrong, string what)
    {
        if (!isWrong)
            return;
        lock (wrongs)
            wrongs.Add(what);
    }
}
