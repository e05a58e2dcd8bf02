using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Server;

namespace CourseCnn.Lab.Tests.Commands;

/// <summary>The book as a user sees it who types a command, waits for the address, reads, and presses Ctrl+C.</summary>
public sealed class ServeCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Without_a_command_the_folders_notebooks_are_run_and_served_until_ctrl_c()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Another process cannot press Ctrl+C on Windows.");
        // No earlier test has run this one.
        folder.Write("notebooks/one.ipynb", NotebookText.Of($"// {Guid.NewGuid()}\n1.5 + 0.25"));

        var (first, page) = await ServeAsync();
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Matches(@"^notebooks.one\.ipynb: 1 cells? in \d+\.\d s\n", first.Out);
        Assert.Contains("<pre class=\"output value\">1.75</pre>", page);

        var (second, samePage) = await ServeAsync();
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.StartsWith("Nothing has changed since the last time.\n", second.Out);
        Assert.Equal(page, samePage);

        folder.Write("notebooks/one.ipynb", NotebookText.Of("1.5 + 0.75"));
        Assert.Contains("<pre class=\"output value\">2.25</pre>", (await ServeAsync()).Page);
    }

    [Fact]
    public async Task A_notebook_that_fails_is_shown_as_it_was_saved_with_a_note()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Another process cannot press Ctrl+C on Windows.");
        folder.Write("notebooks/one.ipynb", NotebookText.Of("throw new Exception(\"No <b>luck</b>\");"));

        var (run, page) = await ServeAsync();

        Assert.Contains("cell 1 of 1, line 1 failed", run.Error);
        Assert.Contains("<strong>Not run to its end.</strong> Cell 1 of 1 failed: Exception: No &lt;b&gt;luck&lt;/b&gt;", page);
    }

    [Fact]
    public async Task A_port_that_is_taken_gets_a_sentence()
    {
        folder.Write("notebooks/one.ipynb", NotebookText.Of("1"));
        var files = new BookFiles();
        files.Add("index.html", "");
        var book = new BookFolder(folder.PathOf("book"));
        book.Write(files);
        await using var other = await BookServer.StartAsync(book);
        var port = FormattableString.Invariant($"{other.Address.Port}");

        var run = await LabProcess.RunAsync(folder.FullName, "serve", "--port", port);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"The book cannot be served at port {port}: ", run.Error);
        Assert.EndsWith("Choose another --port, or none for a free one.\n", run.Error);
    }

    /// <summary>What the program said, and the page of the notebook one.</summary>
    async Task<(CommandLine Run, string Page)> ServeAsync()
    {
        using var lab = LabProcess.Start(folder.FullName);
        var line = await lab.LineAsync("The book is at ");
        var address = line.Split(' ')[4];
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", address);
        Assert.Contains("one.html", await client.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken));
        var page = await client.GetStringAsync(new Uri(new Uri(address), "one.html"), TestContext.Current.CancellationToken);
        await lab.InterruptAsync();
        return (await lab.EndAsync(), page);
    }
}
