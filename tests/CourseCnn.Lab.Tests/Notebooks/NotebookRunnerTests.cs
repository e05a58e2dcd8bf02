using System.Text;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Files;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Session.Contract;
using static CourseCnn.Lab.Tests.ScriptedSession;

namespace CourseCnn.Lab.Tests.Notebooks;

public class NotebookRunnerTests
{
    static readonly RunSettings Settings = new(TimeSpan.FromSeconds(30)) { Patience = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_session_is_prepared_before_the_first_cells_time_begins()
    {
        var isPrepared = false;
        var session =
            new ScriptedSession((_, _) => isPrepared ? Ok : Error("Error", "Not prepared.")) { Preparing = () => isPrepared = true };
        var outcome = await new NotebookRunner(session, Settings)
            .RunAsync(NotebookOf("x"), (_, _) => { }, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task Every_kind_of_output_is_written_as_jupyter_writes_it()
    {
        var notebook = NotebookOf("x");
        await RunAsync(notebook, (_, output) =>
        {
            output.Write(OutputStream.Out, "one\n");
            output.Write(OutputStream.Out, "two");
            output.Write(OutputStream.Error, "careful\n");
            output.Write(OutputStream.Out, "");
            output.Display(Bundle(("text/plain", "a figure"), ("application/x+json", "{\"z\": 1.0, \"a\": []}")), "id");
            return Value(("text/plain", "42"));
        });

        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 1,
               "metadata": {},
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "one\n",
                  "two"
                 ]
                },
                {
                 "name": "stderr",
                 "output_type": "stream",
                 "text": [
                  "careful\n"
                 ]
                },
                {
                 "data": {
                  "application/x+json": {
                   "a": [],
                   "z": 1.0
                  },
                  "text/plain": [
                   "a figure"
                  ]
                 },
                 "metadata": {},
                 "output_type": "display_data"
                },
                {
                 "data": {
                  "text/plain": [
                   "42"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": "x"
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 4
            }

            """,
            notebook.ToString());
    }

    [Fact]
    public async Task An_allowed_error_is_saved_and_the_next_cell_runs()
    {
        var notebook = NotebookOf("bad", "good");

        var allowing = Settings with { AllowErrors = true };
        var outcome = await RunAsync(notebook, (code, _) => code == "bad" ? Error("Oops", "It broke.") : null, allowing);

        Assert.Equal(new RunOutcome(2, null, Tolerated: 1), outcome);
        Assert.Equal(
            """[{"ename":"Oops","evalue":"It broke.","output_type":"error","traceback":["Oops: It broke."]}]""", Outputs(notebook, 0));
        Assert.Equal(2, Json(notebook, 1)["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_failing_cell_ends_the_run_and_changes_nothing()
    {
        var notebook = NotebookOf("fine", "", "bad", "never");
        var before = notebook.ToString();
        var ran = new List<string>();

        var outcome = await RunAsync(notebook, (code, output) =>
        {
            ran.Add(code);
            output.Write(OutputStream.Out, code);
            return code == "bad" ? Error("Oops", "It broke.", 1, "bad") : null;
        });

        Assert.Equal(["fine", "bad"], ran);
        Assert.Equal(before, notebook.ToString());
        Assert.Equal((2, 3, "Oops"), (outcome.Failure!.Number, outcome.Failure.Count, outcome.Failure.Error.Name));
    }

    [Fact]
    public async Task A_later_cell_changes_what_an_earlier_one_showed_wherever_it_stands()
    {
        var notebook = NotebookOf("show", "show again", "update");
        await RunAsync(notebook, (code, output) =>
        {
            if (code == "update")
                output.UpdateDisplay(Bundle(("text/plain", "new")), "a");
            else
                output.Display(Bundle(("text/plain", "old")), "a");
            output.UpdateDisplay(Bundle(("text/plain", "nobody's")), "unknown");
            return null;
        });

        var expected = """[{"data":{"text/plain":["new"]},"metadata":{},"output_type":"display_data"}]""";
        Assert.Equal([expected, expected, "[]"], Enumerable.Range(0, 3).Select(cell => Outputs(notebook, cell)));
    }

    [Fact]
    public async Task Output_is_cleared_at_once_or_when_the_next_comes()
    {
        var notebook = NotebookOf("at once", "waits", "waits for ever");
        await RunAsync(notebook, (code, output) =>
        {
            output.Write(OutputStream.Out, "old");
            output.Clear(waitForNext: code != "at once");
            if (code == "waits")
                output.Write(OutputStream.Out, "new");
            return null;
        });

        Assert.Equal("[]", Outputs(notebook, 0));
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["new"]}]""", Outputs(notebook, 1));
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["old"]}]""", Outputs(notebook, 2));
    }

    [Fact]
    public async Task Cells_may_write_from_many_threads()
    {
        var notebook = NotebookOf("x");
        await RunAsync(notebook, (_, output) =>
        {
            Parallel.For(0, 1000, number => output.Write(OutputStream.Out, number % 2 == 0 ? "even\n" : "odd\n"));
            return null;
        });

        var lines = Json(notebook, 0)["outputs"]![0]!["text"]!.AsArray().Select(line => line!.GetValue<string>());
        Assert.Equal(new Dictionary<string, int> { ["even\n"] = 500, ["odd\n"] = 500 }, lines.CountBy(line => line).ToDictionary());
    }

    [Fact]
    public async Task Only_code_cells_that_hold_code_run_and_count()
    {
        var notebook = Read(File.ReadAllText(Fixtures.Notebook("unknown-parts.ipynb")));
        var before = notebook.ToString();
        var progress = new List<(int, int)>();

        await RunAsync(notebook, (code, output) =>
        {
            Assert.Equal("say", code);
            output.Write(OutputStream.Out, "said\n");
            return null;
        }, cellStarts: (number, count) => progress.Add((number, count)));

        Assert.Equal([(1, 1)], progress);
        Assert.Equal(before, notebook.ToString());
    }

    [Fact]
    public async Task Tags_expect_an_error_or_skip_the_cell()
    {
        var notebook = Read(File.ReadAllText(Fixtures.Notebook("tags.ipynb")));
        var outcome = await RunAsync(notebook, (code, _) => code.Contains("throw") ? Error("Oops", "as expected") : null);

        Assert.Equal(new RunOutcome(2, null, Tolerated: 0), outcome);
        Assert.Contains("as expected", Outputs(notebook, 0));
        Assert.Equal(3, Json(notebook, 1)["execution_count"]!.GetValue<int>());
        Assert.Contains("kept", Outputs(notebook, 1));
        Assert.Equal(2, Json(notebook, 2)["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_cell_in_another_language_is_an_error_that_names_it()
    {
        var outcome = await RunAsync(Read(File.ReadAllText(Fixtures.Notebook("polyglot.ipynb"))), (_, _) => null);

        Assert.Equal(2, outcome.Failure!.Number);
        Assert.Equal(
            "The cell is in F#, and this program runs C#. Rewrite it in C#, or give it the tag skip-execution.",
            outcome.Failure.Error.Message);
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public async Task A_polyglot_cell_of_text_is_shown_by_its_magic(string language)
    {
        var notebook = Read($$$"""
            {"cells": [{"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "{{{language}}}"}}, "source": "*hi*"}],
             "nbformat": 4}
            """);
        var codes = new List<string>();

        await RunAsync(notebook, (code, _) =>
        {
            codes.Add(code);
            return null;
        });

        Assert.Equal([$"#!{language}\n*hi*"], codes);
    }

    [Fact]
    public async Task A_cell_past_its_time_is_stopped_and_says_how_to_give_it_more()
    {
        var session = new ScriptedSession(async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            var where = new CellError("Interrupted", "Stopped.", 2, "loop", ["Interrupted: Stopped.", "> 2 | loop"]);
            return new CellResult(CellStatus.Interrupted, Error: where);
        });

        var outcome = await new NotebookRunner(session, Settings with { Timeout = TimeSpan.FromSeconds(0.05) })
            .RunAsync(NotebookOf("start\nloop"), (_, _) => { });

        var error = outcome.Failure!.Error;
        Assert.Equal("The cell took longer than 0.05 s and was stopped. Give it more time with --timeout SECONDS.", error.Message);
        Assert.Equal(("TimeoutError", 2, "loop"), (error.Name, error.Line, error.SourceLine));
        Assert.Equal([$"TimeoutError: {error.Message}", "> 2 | loop"], error.Traceback);
    }

    [Fact]
    public async Task A_session_that_does_not_stop_is_given_up_even_where_errors_are_allowed()
    {
        using var release = new ManualResetEventSlim();
        var session = new ScriptedSession((_, _, _) =>
        {
            release.Wait();
            return Task.FromResult(Ok);
        });
        var settings = new RunSettings(TimeSpan.FromSeconds(0.01), AllowErrors: true) { Patience = TimeSpan.FromSeconds(0.05) };

        var outcome = await new NotebookRunner(session, settings).RunAsync(NotebookOf("stuck", "never"), (_, _) => { });
        release.Set();

        Assert.Equal(1, outcome.Failure!.Number);
        Assert.Contains("could not be stopped", outcome.Failure.Error.Message);
        Assert.Equal(["stuck"], session.Codes);
    }

    [Fact]
    public async Task Cancelling_ends_the_run()
    {
        using var stop = new CancellationTokenSource();
        var notebook = NotebookOf("one", "two");
        var before = notebook.ToString();
        var session = new ScriptedSession(async (_, _, cancellation) =>
        {
            await stop.CancelAsync();
            Assert.True(cancellation.IsCancellationRequested);
            return new CellResult(CellStatus.Interrupted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new NotebookRunner(session, Settings).RunAsync(notebook, (_, _) => { }, stop.Token));

        Assert.Equal(["one"], session.Codes);
        Assert.Equal(before, notebook.ToString());
    }

    static Task<RunOutcome> RunAsync(
        Notebook notebook, Func<string, ICellOutput, CellResult?> cell,
        RunSettings? settings = null, Action<int, int>? cellStarts = null) =>
        new NotebookRunner(new ScriptedSession(cell), settings ?? Settings).RunAsync(notebook, cellStarts ?? ((_, _) => { }));

    static Notebook NotebookOf(params string[] sources) => Read(NotebookText.Of(sources));

    static Notebook Read(string text) => NotebookReader.Read(Encoding.UTF8.GetBytes(text), "x.ipynb");

    static JsonNode Json(Notebook notebook, int cell) => JsonNode.Parse(notebook.ToString())!["cells"]![cell]!;

    static string Outputs(Notebook notebook, int cell) => Json(notebook, cell)["outputs"]!.ToJsonString();
}
