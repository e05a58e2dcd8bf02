using CourseCnn.Lab.Book;
using CourseCnn.Lab.Commands;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session;
using CourseCnn.Tests;
using Microsoft.Playwright;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>
/// A book of the course's notebooks and of two that try what a page can hold, on disk and served, and a browser to read it with.
/// Runs are kept beside the tests, so that testing again is quick.
/// </summary>
public sealed class SiteFixture : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    readonly Chromium chromium = new();
    BookServer? server;

    internal string Folder { get; private set; } = "";

    internal string[] Pages { get; private set; } = [];

    internal IBrowser? Browser => chromium.Browser;

    internal string Address(string page, bool served) =>
        served ? new Uri(server!.Address, page).AbsoluteUri : new Uri(Path.Combine(Folder, page)).AbsoluteUri;

    internal string Origin(bool served) => served ? server!.Address.AbsoluteUri : "file:///";

    public async ValueTask InitializeAsync()
    {
        var console = LabConsole.Of(TextWriter.Null, TextWriter.Null);
        var cache = new RunCache(Path.Combine(AppContext.BaseDirectory, "run-cache"));
        var runs = new BookRuns(console, place => new CSharpSession(place), new RunSettings(TimeSpan.FromMinutes(3)), cache);
        var course = new NotebookSearch(null).Find([BookFixtures.Course]);
        var features = new NotebookSearch(null).Find([Path.Combine(BookFixtures.Folder, "features.ipynb")]);
        var chapters = await runs.RunAsync([.. course, .. features], TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Ok, runs.Report.ExitCode);
        chapters.Add(BookFixtures.Hostile);

        var book = new BookFolder(folder.PathOf("a book/below"));
        book.Write(new BookWriter("Course & book", _ => { }).Write(chapters));
        Folder = book.FullName;
        Pages = [.. book.Files()!.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal))];
        server = await BookServer.StartAsync(book);
        await chromium.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        folder.Dispose();
    }
}
