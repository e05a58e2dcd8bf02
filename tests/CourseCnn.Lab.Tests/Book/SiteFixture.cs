using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Making;
using CourseCnn.Lab.Book.Pages;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Book.Server;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
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
        var report = new RunReport(console);
        var job = new ChapterJob(report, cache);
        var settings = new RunSettings(TimeSpan.FromMinutes(3)) { KeepHtml = true };
        var course = new NotebookSearch(null).Find([BookFixtures.Course]);
        var features = new NotebookSearch(null).Find([Path.Combine(BookFixtures.Folder, "features.ipynb")]);
        var batch = new NotebookBatch(console, place => new CSharpSession(place), settings);
        Assert.True(await batch.RunAsync([.. course, .. features], job, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Ok, report.Summary());

        var book = new BookFolder(folder.PathOf("a book/below"));
        book.Write(new BookWriter("Course & book", _ => { }).Write([.. job.Chapters, BookFixtures.Hostile]));
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
