namespace CourseCnn.Lab.Tests.Commands;

/// <summary>Real notebooks, run by the program itself: in its own process, from a folder with a space, in a German locale.</summary>
public sealed class ProgramTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_fills_the_notebook_and_a_second_run_changes_no_byte()
    {
        var path = folder.Copy("good.ipynb");

        var first = await LabProcess.RunAsync(folder.FullName, "run", "good.ipynb");
        var saved = File.ReadAllBytes(path);
        var second = await LabProcess.RunAsync(folder.FullName, "run", ".");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Matches(@"^good\.ipynb: 4 cells in \d+\.\d s, saved\n$", first.Out);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Matches(@"good\.ipynb: 4 cells in \d+\.\d s, nothing changed\n$", second.Out);
        Assert.Equal(saved, File.ReadAllBytes(path));
        Assert.Equal(
            [["hallo, Wörld\n"], ["1.85"], ["careful\n", "100 %\n"], ["3"]],
            Enumerable.Range(1, 4).Select(cell => SavedText.Of(path, cell)));
    }

    [Fact]
    public async Task A_failing_cell_is_shown_with_its_line_and_the_file_keeps_every_byte()
    {
        var path = folder.Copy("failing.ipynb");

        var run = await LabProcess.RunAsync(folder.FullName, "run", "failing.ipynb");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            """
            failing.ipynb: cell 2 of 3, line 2 failed
              DivideByZeroException: Attempted to divide by zero.
              In line 2:
                  1 | var height = 100;
              >   2 | var ratio = width / (height - 100);
            1 of 1 notebook failed: failing.ipynb

            """,
            run.Error);
        Assert.Equal(File.ReadAllBytes(Fixtures.Notebook("failing.ipynb")), File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_shown_with_its_line()
    {
        folder.Copy("does-not-compile.ipynb");

        var run = await LabProcess.RunAsync(folder.FullName, "run", "does-not-compile.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cell 1 of 1, line 2 failed\n  CS1061: 'int' does not contain a definition for 'Lenght'", run.Error);
        Assert.Contains(">   2 | var b = a.Lenght;", run.Error);
    }

    [Fact]
    public async Task Ctrl_c_stops_a_running_cell_and_leaves_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Another process cannot press Ctrl+C on Windows.");
        var path = folder.Write("x.ipynb", NotebookText.Of("System.IO.File.WriteAllText(\"started\", \"\");\nwhile (true) { }"));
        var before = File.ReadAllText(path);
        using var lab = LabProcess.Start(folder.FullName, "run", "x.ipynb");
        while (!File.Exists(folder.PathOf("started")))
            await Task.Delay(50, TestContext.Current.CancellationToken);

        await lab.InterruptAsync();
        var run = await lab.EndAsync();

        Assert.Equal((130, "", "x.ipynb: stopped, and left as it was\n"), (run.ExitCode, run.Out, run.Error));
        Assert.Equal(before, File.ReadAllText(path));
    }

    /// <summary>Calls itself without end where no checkpoint is: within the runtime.</summary>
    const string EndlessHash = """
        var a = new object[1];
        a[0] = a;
        ((System.Collections.IStructuralEquatable)a).GetHashCode(System.Collections.StructuralComparisons.StructuralEqualityComparer)
        """;

    [Fact]
    public async Task A_cell_that_calls_itself_without_end_fails_and_the_next_notebook_runs()
    {
        folder.Write("1.ipynb", NotebookText.Of("void Deeper(int n) => Deeper(n + 1); Deeper(0);"));
        folder.Write("2.ipynb", NotebookText.Of("1 + 1"));

        var run = await LabProcess.RunAsync(folder.FullName, "run", "1.ipynb", "2.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("1.ipynb: cell 1 of 1, line 1 failed\n  StackOverflow: Deeper called itself again and again", run.Error);
        Assert.Contains("2.ipynb", run.Out);
    }

    const string Native = """
        using System.Runtime.InteropServices;
        [DllImport("libc")] static extern void _exit(int code);
        [DllImport("libc")] static extern void abort();
        [DllImport("libc")] static extern int raise(int signal);

        """;

    [Theory]
    [InlineData(EndlessHash, "StackOverflow: A method called itself again and again")]
    [InlineData("Environment.FailFast(\"too hot\");", "FailFast: The cell ended the process with Environment.FailFast: too hot")]
    [InlineData("Environment.Exit(0);", "ProcessExited: The cell ended the process that runs it, with exit code 0.")]
    [InlineData("Environment.Exit(3);", "ProcessExited: The cell ended the process that runs it, with exit code 3.")]
    [InlineData(Native + "_exit(0);", "ProcessExited: The cell ended the process that runs it, with exit code 0.")]
    [InlineData(Native + "abort();", "ProcessDied: The process that runs the cells has ended without saying why")]
    [InlineData(Native + "raise(9);", "ProcessDied: The process that runs the cells has ended without saying why")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ProcessDied: ")]
    [InlineData("unsafe { *(int*)(nint)12345678901L = 1; }", "NativeCrash: ")]
    public async Task A_cell_that_takes_its_process_down_is_named_and_the_next_notebook_runs(string code, string reason)
    {
        var path = folder.Write("x.ipynb", NotebookText.Of("1 + 1", code));
        folder.Write("y.ipynb", NotebookText.Of("1 + 1"));
        var before = File.ReadAllText(path);

        var run = await LabProcess.RunAsync(folder.FullName, "run", "x.ipynb", "y.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"x.ipynb: cell 2 of 2 failed\n  {reason}", run.Error);
        Assert.Contains("The process that ran the cells has ended with it, and the notebook is left as it was.\n", run.Error);
        Assert.Contains("y.ipynb: 1 cell in", run.Out);
        Assert.Equal(["2"], SavedText.Of(folder.PathOf("y.ipynb"), 0));
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("while (true) list.Add(new double[100_000]);")]
    [InlineData("while (true) list.Add(new double[40]);")]
    [InlineData("await Task.Run(() => { while (true) list.Add(new double[10_000]); });")]
    public async Task A_cell_that_fills_the_memory_is_told_and_the_next_one_can_make_room(string fill)
    {
        const string start = "var kept = 3; var list = new List<double[]>();";
        var path = folder.Write("x.ipynb", NotebookText.Of(start, fill, "kept", "list = null;", fill));
        using var lab = LabProcess.StartWith(
            new() { ["DOTNET_GCHeapHardLimit"] = "14000000" }, folder.FullName, "run", "x.ipynb", "--allow-errors");
        var run = await lab.EndAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 failed", run.Out);
        Assert.Contains("filled the memory that they may use, 0.3 GB", string.Concat(SavedText.Of(path, 1)));
        Assert.Equal(["3"], SavedText.Of(path, 2));
        Assert.Contains("NullReferenceException", string.Concat(SavedText.Of(path, 4)));
    }

    [Fact]
    public async Task A_notebook_that_somebody_saves_while_its_cells_run_stays_theirs()
    {
        var path = folder.Write("x.ipynb", NotebookText.Of(
            "System.IO.File.WriteAllText(\"started\", \"\"); while (!System.IO.File.Exists(\"saved\")) { }", "6 * 7"));
        using var lab = LabProcess.Start(folder.FullName, "run", "x.ipynb");
        while (!File.Exists(folder.PathOf("started")))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        var theirs = NotebookText.Of("\"mine\"");
        File.WriteAllText(path, theirs);
        folder.Write("saved", "");

        var run = await lab.EndAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("x.ipynb was changed by somebody else while its cells ran. It stays as it is now, and what the run shows is in "
            + "x.run.ipynb", run.Error);
        Assert.Equal(theirs, File.ReadAllText(path));
        Assert.Equal(["42"], SavedText.Of(folder.PathOf("x.run.ipynb"), 1));
        Assert.DoesNotContain("x.run.ipynb", (await LabProcess.RunAsync(folder.FullName, "run", ".")).Out);
    }

    [Fact]
    public async Task Threads_that_a_cell_leaves_behind_do_not_keep_the_program_alive()
    {
        folder.Write("x.ipynb", NotebookText.Of("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();"));

        Assert.Equal(0, (await LabProcess.RunAsync(folder.FullName, "run", "x.ipynb")).ExitCode);
    }

    [Fact]
    public async Task Cells_work_in_their_notebooks_folder_and_know_nothing_of_other_notebooks()
    {
        folder.Write("part/data.txt", "found");
        var first = folder.Write("part/1.ipynb", NotebookText.Of("var text = System.IO.File.ReadAllText(\"data.txt\");\ntext"));
        folder.Write("part/2.ipynb", NotebookText.Of("text"));

        var run = await LabProcess.RunAsync(folder.FullName, "run", "part/*.ipynb", "--output", "out");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The name 'text' does not exist", run.Error);
        Assert.Equal(["found"], SavedText.Of(folder.PathOf("out/1.ipynb"), 0));
        Assert.Empty(SavedText.Of(first, 0));
        Assert.False(File.Exists(folder.PathOf("out/2.ipynb")));
    }

    [Fact]
    public async Task A_wrong_command_line_ends_with_2()
    {
        var run = await LabProcess.RunAsync(folder.FullName, "rnu");

        Assert.Equal((2, "", "There is no command rnu. Did you mean run? See --help for what can be written.\n"),
            (run.ExitCode, run.Out, run.Error));
    }
}
