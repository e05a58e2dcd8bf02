using System.Text.Json.Nodes;
using CourseCnn.Lab.Book.Making;
using CourseCnn.Lab.Book.Pages;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>What is run again and what is not: one notebook that names a library and a file, in a course with data beside it.</summary>
public sealed class RunCacheTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    int sessions;

    public RunCacheTests()
    {
        folder.Write("lib/a.dll", "a library");
        folder.Write("lib/beside.dll", "what it stands on");
        folder.Write("notebooks/data/digits.txt", "1 2 3");
        folder.Write("img/portrait.txt", "a face");
        folder.Write("notebooks/numbers.csv", "4,5");
        folder.Write("notebooks/x.ipynb", Notebook("var x = File.ReadAllText(\"numbers.csv\");", "A text"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_second_time_nothing_runs_and_the_page_is_the_same()
    {
        var first = await RunAsync();
        Assert.Equal(1, sessions);

        var second = await RunAsync();
        Assert.Equal(1, sessions);
        Assert.Equal(first, second);
        Assert.Contains("ran as session 1", second);
    }

    [Theory]
    [InlineData("lib/a.dll")]
    [InlineData("lib/beside.dll")]
    [InlineData("notebooks/data/digits.txt")]
    [InlineData("img/portrait.txt")]
    [InlineData("notebooks/numbers.csv")]
    public async Task A_changed_library_or_data_file_runs_it_again(string file)
    {
        await RunAsync();
        folder.Write(file, "something else");
        Assert.Contains("ran as session 2", await RunAsync());
    }

    [Fact]
    public async Task A_new_data_file_runs_it_again()
    {
        await RunAsync();
        folder.Write("notebooks/data/more.txt", "6");
        await RunAsync();
        Assert.Equal(2, sessions);
    }

    [Fact]
    public async Task A_changed_cell_runs_it_again_and_changed_prose_does_not()
    {
        await RunAsync();
        folder.Write("notebooks/x.ipynb", Notebook("var x = File.ReadAllText(\"numbers.csv\");", "Another text"));
        await RunAsync();
        Assert.Equal(1, sessions);

        folder.Write("notebooks/x.ipynb", Notebook("var y = File.ReadAllText(\"numbers.csv\");", "Another text"));
        await RunAsync();
        Assert.Equal(2, sessions);
    }

    [Fact]
    public void What_is_kept_comes_back_in_the_same_order_to_the_letter()
    {
        const string output =
            """{"output_type":"display_data","metadata":{},"data":{"text/plain":"ä\\n","application/json":{"b":1.50,"a":[2]}}}""";
        var made = NotebookFile.Load(folder.PathOf("notebooks/x.ipynb"), "x").Notebook;
        made.Cells[1].SetOutputs(1, [JsonNode.Parse(output)!.AsObject()]);
        var cache = new RunCache(folder.PathOf("cache"));
        cache.Keep("key", made);

        var read = NotebookFile.Load(folder.PathOf("notebooks/x.ipynb"), "x").Notebook;
        Assert.True(cache.TryApply("key", read));
        Assert.Equal(made.Cells[1].Outputs.Single().ToJsonString(), read.Cells[1].Outputs.Single().ToJsonString());
    }

    [Fact]
    public async Task A_failed_run_and_a_damaged_cache_are_not_trusted()
    {
        await RunAsync(fails: true);
        await RunAsync();
        Assert.Equal(2, sessions);

        var kept = Directory.GetFiles(folder.PathOf("cache/runs")).Single();
        File.WriteAllText(kept, "[[{");
        await RunAsync();
        Assert.Equal(3, sessions);
        File.WriteAllText(kept, "[1]");
        await RunAsync();
        Assert.Equal(4, sessions);
    }

    /// <summary>The page's text.</summary>
    async Task<string> RunAsync(bool fails = false)
    {
        var console = LabConsole.Of(TextWriter.Null, TextWriter.Null);
        var job = new ChapterJob(new RunReport(console), new RunCache(folder.PathOf("cache")));
        var batch = new NotebookBatch(console, Open, new RunSettings(TimeSpan.FromSeconds(9)) { KeepHtml = true });
        await batch.RunAsync(new NotebookSearch(null).Find([folder.PathOf("notebooks")]), job, TestContext.Current.CancellationToken);
        return new BookWriter("Test", _ => { }).Write(job.Chapters).Text("x.html");

        ISession Open(string place)
        {
            sessions++;
            return new ScriptedSession((_, output) =>
            {
                output.Write(OutputStream.Out, FormattableString.Invariant($"ran as session {sessions}"));
                return fails ? ScriptedSession.Error("Exception", "No.") : null;
            });
        }
    }

    static string Notebook(string code, string prose) => $$"""
        {"cells": [
          {"cell_type": "markdown", "metadata": {}, "source": "# {{prose}}"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
           "source": "#r \"../lib/a.dll\"\n{{code.Replace("\"", "\\\"")}}"}
        ], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """;
}
