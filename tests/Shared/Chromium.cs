using Microsoft.Playwright;

namespace CourseCnn.Tests;

/// <summary>The browser that this machine has, if any, started once for all tests of a class; the tests download none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal const string Missing =
        "No Chromium is installed: none of chromium, chromium-browser and google-chrome is on the PATH, "
        + "and COURSECNN_CHROMIUM names no file.";

    /// <summary>Silent: of its own accord a browser looks for updates, accounts and search engines.</summary>
    static readonly string[] arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;

    internal IBrowser? Browser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
            return;
        // Starting its driver, Playwright sets the console's input anew, which a session of the lab has taken over for its cells.
        var input = Console.In;
        playwright = await Playwright.CreateAsync();
        Console.SetIn(input);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("COURSECNN_CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
