using System.Text.RegularExpressions;
using CourseCnn.Lab.Commands;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session;
using CourseCnn.Session.Contract;
using static CourseCnn.Lab.Tests.ScriptedSession;

namespace CourseCnn.Lab.Tests.Commands;

public sealed partial class RunCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_is_run_and_saved_with_one_plain_line()
    {
        var path = folder.Copy("good.ipynb");

        var first = await CommandLine.RunAsync(Echo, "run", path);
        var saved = File.ReadAllBytes(path);
        var second = await CommandLine.RunAsync(Echo, "run", path);

        Assert.Equal((0, $"{path}: 4 cells in 0.0 s, saved\n", ""), (first.ExitCode, WithoutTime(first.Out), first.Error));
        Assert.Equal((0, $"{path}: 4 cells in 0.0 s, nothing changed\n", ""), (second.ExitCode, WithoutTime(second.Out), second.Error));
        Assert.Equal(saved, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_failing_cell_is_shown_with_its_line_and_the_file_keeps_every_byte()
    {
        var path = folder.Copy("failing.ipynb");
        var before = File.ReadAllBytes(path);

        var run = await CommandLine.RunAsync(FailInLine2, "run", path);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            $"""
            {path}: cell 2 of 3, line 2 failed
              DivideByZeroException: Attempted to divide by zero.
            1 of 1 notebook failed: {path}

            """,
            run.Error);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task Allowed_errors_are_saved_and_counted()
    {
        var path = folder.Copy("failing.ipynb");

        var run = await CommandLine.RunAsync(FailInLine2, "run", path, "--allow-errors");

        Assert.Equal((0, $"{path}: 3 cells in 0.0 s, 1 failed, saved\n", ""), (run.ExitCode, WithoutTime(run.Out), run.Error));
        Assert.Contains("\"evalue\": \"Attempted to divide by zero.\"", File.ReadAllText(path));
    }

    [Fact]
    public async Task The_others_still_run_when_notebooks_fail_or_cannot_be_read()
    {
        folder.Copy("failing.ipynb", "1.ipynb");
        folder.Copy("text.ipynb", "2.ipynb");
        folder.Copy("good.ipynb", "3.ipynb");

        var run = await CommandLine.RunAsync(FailInLine2, "run", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{folder.PathOf("3.ipynb")}: 4 cells in 0.0 s, saved\n", WithoutTime(run.Out));
        Assert.Contains($"{folder.PathOf("2.ipynb")} is not a notebook but some other text", run.Error);
        Assert.EndsWith($"2 of 3 notebooks failed: {folder.PathOf("1.ipynb")}, {folder.PathOf("2.ipynb")}\n", run.Error);
    }

    [Fact]
    public async Task Several_notebooks_each_get_a_session_in_their_folder_and_it_is_closed()
    {
        folder.Copy("good.ipynb", "a.ipynb");
        folder.Copy("good.ipynb", "part/b.ipynb");
        var sessions = new List<(string Folder, ScriptedSession Session)>();

        var run = await CommandLine.RunAsync(place =>
        {
            sessions.Add((place, new ScriptedSession(Echo)));
            return sessions[^1].Session;
        }, arguments: ["run", folder.FullName, "--output", folder.PathOf("out")]);

        Assert.Equal([folder.FullName, folder.PathOf("part")], sessions.Select(session => session.Folder));
        Assert.All(sessions, session => Assert.True(session.Session.IsDisposed));
        Assert.EndsWith("All 2 notebooks ran.\n", run.Out);
        Assert.Equal(File.ReadAllBytes(Fixtures.Notebook("good.ipynb")), File.ReadAllBytes(folder.PathOf("a.ipynb")));
        Assert.Contains("\"execution_count\": 4", File.ReadAllText(folder.PathOf("out/a.ipynb")));
        Assert.Contains("\"execution_count\": 4", File.ReadAllText(folder.PathOf("out/part/b.ipynb")));
    }

    [Fact]
    public async Task A_cell_past_its_timeout_fails_the_notebook()
    {
        var path = folder.Copy("endless.ipynb");
        var run = await CommandLine.RunAsync(_ => new ScriptedSession(async (code, _, cancellation) =>
        {
            if (!code.StartsWith("while", StringComparison.Ordinal))
                return Ok;
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return new CellResult(CellStatus.Interrupted);
        }), arguments: ["run", path, "--timeout", "0.2"]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            $"""
            {path}: cell 2 of 3 failed
              TimeoutError: The cell took longer than 0.2 s and was stopped. Give it more time with --timeout SECONDS.

            """,
            run.Error);
    }

    [Fact]
    public async Task A_real_endless_cell_is_stopped_and_where_errors_are_allowed_the_next_one_runs()
    {
        var path = folder.Copy("endless.ipynb");

        var stopped = await CommandLine.RunAsync(place => new CSharpSession(place), arguments: ["run", path, "--timeout", "5"]);
        Assert.Equal(1, stopped.ExitCode);
        Assert.StartsWith(
            $"""
            {path}: cell 2 of 3, line 1 failed
              TimeoutError: The cell took longer than 5 s and was stopped. Give it more time with --timeout SECONDS.
              In line 1:
              >   1 | while (true) {"{ }"}

            """,
            stopped.Error);
        Assert.Equal(File.ReadAllBytes(Fixtures.Notebook("endless.ipynb")), File.ReadAllBytes(path));

        var allowed =
            await CommandLine.RunAsync(place => new CSharpSession(place), arguments: ["run", path, "--timeout", "5", "--allow-errors"]);
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
        Assert.Equal(["TimeoutError: The cell took longer than 5 s and was stopped. Give it more time with --timeout SECONDS."],
            SavedText.Of(path, 1));
        Assert.Equal(["before is 1\n"], SavedText.Of(path, 2));
    }

    [Fact]
    public async Task Stopping_leaves_the_files_and_says_so()
    {
        var path = folder.Copy("good.ipynb");
        var before = File.ReadAllBytes(path);
        using var stop = new CancellationTokenSource();

        var run = await CommandLine.RunAsync(_ => new ScriptedSession((_, _, _) =>
        {
            stop.Cancel();
            return Task.FromResult(new CellResult(CellStatus.Interrupted));
        }), cancellation: stop.Token, arguments: ["run", path]);

        Assert.Equal((130, "", $"{path}: stopped, and left as it was\n"), (run.ExitCode, run.Out, run.Error));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_refused()
    {
        var path = folder.Copy("good.ipynb");

        var run = await CommandLine.RunAsync(Echo, "run", path, "--output", path);

        Assert.Equal((2, $"--output needs a folder, but {path} is a file.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task On_a_terminal_a_bar_tells_notebook_and_cell()
    {
        folder.Copy("good.ipynb", "x.ipynb");
        var written = new StringWriter();
        var output = TextWriter.Synchronized(written);

        var exitCode = await LabCommands.RunAsync(
            ["run", folder.FullName],
            LabConsole.Of(output, TextWriter.Null, terminal: true),
            _ => new ScriptedSession(async (code, _, cancellation) =>
            {
                // The bar is drawn now and then; the third cell waits to be seen.
                while (code.StartsWith("Console.Error", StringComparison.Ordinal) && !Shown().Contains("cell 3 of 4"))
                    await Task.Delay(10, cancellation);
                return Ok;
            }));

        Assert.Equal(0, exitCode);
        Assert.Contains("x.ipynb", Shown());
        Assert.Matches(@"00:\d\d:\d\d", Shown());

        string Shown()
        {
            lock (output)
                return written.ToString();
        }
    }

    static CellResult? Echo(string code, ICellOutput output)
    {
        output.Write(OutputStream.Out, code);
        return null;
    }

    static CellResult? FailInLine2(string code, ICellOutput output) =>
        code.Contains("ratio")
            ? Error("DivideByZeroException", "Attempted to divide by zero.", 2, "var ratio = width / (height - 100);")
            : null;

    static string WithoutTime(string text) => Time.Replace(text, "in 0.0 s");

    [GeneratedRegex(@"in \d+\.\d s")]
    private static partial Regex Time { get; }
}
