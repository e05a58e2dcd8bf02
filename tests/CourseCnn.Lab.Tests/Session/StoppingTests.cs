using CourseCnn.Lab.Session;

namespace CourseCnn.Lab.Tests.Session;

public class StoppingTests : SessionTest
{
    [Theory]
    [InlineData("var i = 0;\nwhile (true) { i++; }", 2)]
    [InlineData("void Deep() { while (true) {} }\n\nDeep();", 1)]
    [InlineData("System.Threading.Thread.Sleep(100_000);", 1)]
    [InlineData("var t = Task.Run(() => System.Threading.Thread.Sleep(100_000));\nt.Wait();", 2)]
    [InlineData("try { while (true) {} } catch (Exception) { }\nConsole.Write(\"not reached\");", 1)]
    [InlineData("while (true)\n    Console.Write('.');", 2)]
    [InlineData("while (true)\n    try { Console.Write('.'); } catch (Exception) { }", 2)]
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
    [InlineData("await Task.Delay(100_000);")]
    [InlineData("await Task.Delay(1); while (true) {}")]
    [InlineData("async Task F() { await Task.Yield(); while (true) {} }\nawait F();")]
    public async Task A_cell_is_stopped_also_after_an_await(string code)
    {
        using var stop = new CancellationTokenSource();
        var running = await Start(code, stop.Token);
        stop.Cancel();
        Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(TimeSpan.FromSeconds(60))).Status);
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

    /// <summary>Starts a cell and waits until its code is under way.</summary>
    async Task<Task<CellResult>> Start(string code, CancellationToken cancellation)
    {
        var running = Run("Console.Write(\"under way\"); " + code, cancellation);
        while (Output.Out.Length == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        return running;
    }
}
