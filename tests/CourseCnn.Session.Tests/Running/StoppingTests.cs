using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Running;

public class StoppingTests : SessionTest
{
    [Theory]
    [InlineData("var i = 0;\nwhile (true) { i++; }", 2)]
    [InlineData("void Deep() { while (true) {} }\n\nDeep();", 1)]
    [InlineData("void F(int n)\n{\n    while (n == 1) { }\n    while (n == 2) { }\n    while (n == 3) { }\n}\nF(1);", 3)]
    [InlineData("void F(int n)\n{\n    while (n == 1) { }\n    while (n == 2) { }\n    while (n == 3) { }\n}\nF(3);", 5)]
    [InlineData("System.Threading.Thread.Sleep(100_000);", 1)]
    [InlineData("var t = Task.Run(() => System.Threading.Thread.Sleep(100_000));\nt.Wait();", 2)]
    [InlineData("try { while (true) {} } catch (Exception) { }\nConsole.Write(\"not reached\");", 1)]
    [InlineData("var seen = 1;\nwhile (true)\n{\n    try { seen.GetHashCode(); } catch (Exception) { }\n}", 4)]
    [InlineData("var seen = 1;\nwhile (true) try { seen.GetHashCode(); } catch (Exception) { }", 2)]
    // It may stop where it writes or where the loop begins anew: both are in the line that is asked for.
    [InlineData("var shown = '.';\nwhile (true) Console.Write(shown);", 2)]
    [InlineData("var shown = '.';\nwhile (true) try { Console.Write(shown); } catch (Exception) { }", 2)]
    public async Task Whatever_a_cell_is_busy_with_it_is_stopped_and_its_line_named(string code, int line)
    {
        await Value("var kept = 3;");
        using var stop = new CancellationTokenSource();
        var running = await Start(code, stop.Token);

        stop.Cancel();
        var result = await running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal(line, result.Error!.Line);
        Assert.DoesNotContain("not reached", Output.Out);
        Assert.Equal("3", await Value("kept"));
    }

    [Theory]
    [InlineData("var i = 0; again: i++; goto again;")]
    [InlineData("void F(int n) { switch (n) { case 0: goto case 1; case 1: goto case 0; } }\nF(0);")]
    [InlineData("do { } while (true);")]
    [InlineData("for (;;) foreach (var x in new[] { 1 }) { }")]
    [InlineData("while (true) try { throw new Exception(); } catch (Exception) { }")]
    [InlineData("while (true) try { try { } finally { throw new Exception(); } } catch (Exception) { continue; }")]
    [InlineData("try { } finally { while (true) { } }")]
    [InlineData("try { throw new Exception(); } catch { while (true) { } }")]
    [InlineData("bool F() { while (true) { } }\ntry { throw new Exception(); } catch when (F()) { }")]
    [InlineData("IEnumerable<int> It() { while (true) { try { yield return 1; } finally { } } }\nforeach (var x in It()) { }")]
    [InlineData("IEnumerable<int> It() { for (var i = 0; ; i++) yield return i; }\nIt().Where(x => x < 0).ToList();")]
    [InlineData(
        "async IAsyncEnumerable<int> It() { while (true) { await Task.Yield(); yield return 1; } }\nawait foreach (var x in It()) { }")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(60)")]
    [InlineData("void F(int n) { while (n > 1000) { } try { F(n + 1); } catch { } F(n + 1); }\nF(0);")]
    [InlineData("class C { static int n = Loop(); static int Loop() { while (true) { } } public static int N => n; }\nC.N")]
    [InlineData("class C { public int P { get { while (true) { } } } }\nnew C().P")]
    [InlineData("class C { public override string ToString() { while (true) { } } }\n$\"{new C()}\"")]
    [InlineData("class C { public C() { while (true) { } } }\nnew C()")]
    [InlineData("class C { public static C operator +(C a, C b) { while (true) { } } }\nnew C() + new C()")]
    [InlineData("var n = 0; Action f = () => { while (true) n++; };\nParallel.Invoke(f, f);")]
    [InlineData("ParallelEnumerable.Range(0, int.MaxValue).Select(x => x % 3).Select(x => (double)x).Sum()")]
    [InlineData("Enumerable.Repeat(0, int.MaxValue).Aggregate((a, b) => a ^ b)")]
    [InlineData("Parallel.For(0L, long.MaxValue, i => { });")]
    [InlineData("new[] { 2, 1 }.OrderBy(x => { while (true) { } return x; }).ToList()")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> e = () => 1; var f = e.Compile(); while (true) f();")]
    [InlineData("unsafe void F() { var p = stackalloc int[10]; while (true) p[0]++; }\nF();")]
    [InlineData("void F() { Span<int> s = stackalloc int[10]; while (true) foreach (ref var x in s) x++; }\nF();")]
    [InlineData("T F<T>(T x) { while (true) x = F2(x); T F2(T y) => y; }\nF(1)")]
    [InlineData("lock (new object()) { while (true) { } }")]
    [InlineData("var t = new System.Threading.Thread(() => { while (true) { } }); t.Start(); t.Join();")]
    [InlineData("var s = new System.Threading.SemaphoreSlim(0); s.Wait();")]
    [InlineData(
        "var l = new object(); Task.Run(() => { lock (l) { System.Threading.Thread.Sleep(100_000); } }); "
        + "System.Threading.Thread.Sleep(200); lock (l) { }")]
    [InlineData("while (true) try { System.Threading.Thread.Sleep(1000); } catch (Exception) { }")]
    [InlineData("new TaskCompletionSource<int>().Task.Result")]
    [InlineData("await Task.Delay(100_000);")]
    [InlineData("await Task.Delay(1); while (true) {}")]
    [InlineData("async Task F() { await Task.Yield(); while (true) {} }\nawait F();")]
    public async Task A_cell_is_stopped_whatever_its_code_is_made_of(string code)
    {
        await Value("var kept = 3;");
        using var stop = new CancellationTokenSource();
        var running = await Start(code, stop.Token);
        stop.Cancel();
        var result = await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((CellStatus.Interrupted, "The cell was stopped before its end."), (result.Status, result.Error!.Message));
        Assert.Equal("3", await Value("kept"));
    }

    [Fact]
    public async Task A_stopped_cell_keeps_what_it_had_assigned()
    {
        using var stop = new CancellationTokenSource();
        var running = await Start("var reached = 17;\nwhile (true) {}", stop.Token);
        stop.Cancel();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("17", await Value("reached"));
    }

    [Fact]
    public async Task A_cell_stopped_before_it_starts_does_not_run()
    {
        var result = await Run("Console.Write(1);", new CancellationToken(canceled: true));
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("", Output.Out);
    }

    [Fact]
    public async Task What_a_library_does_without_end_is_left_behind_and_named()
    {
        await Value("var kept = 3;");
        using var stop = new CancellationTokenSource();
        var running = await Start(
            "var s = new string('a', 40);\nSystem.Text.RegularExpressions.Regex.IsMatch(s, \"^(a+)+$b\");\nConsole.Write(\"late\");",
            stop.Token);
        stop.Cancel();
        var result = await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(
            "`Regex.IsMatch` in line 2 did not stop: it goes on in the background, without output; the variables are kept.",
            result.Error!.Message);
        Assert.Equal(2, result.Error.Line);
        stop.Cancel();
        Assert.Equal("3", await Value("kept"));
        Assert.DoesNotContain("late", Output.Out);
    }

    [Fact]
    public async Task What_is_left_behind_shows_nothing_and_ends_at_its_next_check()
    {
        using var stop = new CancellationTokenSource();
        var running = await Start(
            "var ended = false; var n = 0;\n"
            + "void Busy() { try { Enumerable.Range(0, int.MaxValue).Select(Math.Sign).Max(); n = 1; Console.Write(\"late\"); n = 2; } "
            + "finally { ended = true; } }\nBusy();",
            stop.Token);
        stop.Cancel();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        while (await Value("ended") == "False")
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("late", Output.Out);
        Assert.Equal("1", await Value("n"));
    }

    [Fact]
    public async Task Tasks_and_threads_of_a_stopped_cell_stop_too_and_those_of_others_go_on()
    {
        await Value("var go = true; var other = 0L; var own = 0; var late = 0;\nvar before = Task.Run(() => { while (go) other++; });");
        using var stop = new CancellationTokenSource();
        var running = await Start(
            "void Count() => own++;\nTask.Run(() => { while (true) own++; });\n"
            + "new System.Threading.Thread(() => { while (true) Count(); }).Start();\n"
            + "Task.Run(() => { System.Threading.Thread.Sleep(2000); while (true) late++; });\nwhile (true) { }",
            stop.Token);
        stop.Cancel();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        var (own, late) = (await Value("var c = other;\nown"), await Value("late"));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal((own, late), (await Value("own"), await Value("late")));
        Assert.Equal("False", await Value("c == other"));
        Assert.Equal("True", await Value("go = false; await before;\nbefore.IsCompletedSuccessfully"));
        Assert.Equal("", Output.Error);
    }

    [Fact]
    public async Task One_session_does_not_stop_another()
    {
        await using var second = new CSharpSession(Folder);
        using var stop = new CancellationTokenSource();
        var others = second.RunAsync(
            "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nvar s = 0L; for (var i = 0; i < 100; i++) s += Fib(22);\ns", Output);
        var running = await Start("while (true) { }", stop.Token);
        stop.Cancel();
        Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(TimeSpan.FromSeconds(60))).Status);
        Assert.Equal("1771100", (await others).Value?["text/plain"]);
    }

    [Fact]
    public async Task What_cleans_up_after_a_stopped_loop_may_call_functions()
    {
        using var stop = new CancellationTokenSource();
        var running = await Start(
            "var cleaned = false; void Clean() { cleaned = true; }\ntry { while (true) { } } finally { Clean(); }", stop.Token);
        stop.Cancel();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("True", await Value("cleaned"));
    }

    /// <summary>Starts a cell and waits until its code is under way.</summary>
    async Task<Task<CellResult>> Start(string code, CancellationToken cancellation)
    {
        var running = Run("Console.Write(\"under way\"); " + code, cancellation);
        while (Output.Out.Length == 0 && !running.IsCompleted)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted, running.IsCompleted ? string.Join('\n', (await running).Error?.Traceback ?? []) : "");
        return running;
    }
}
